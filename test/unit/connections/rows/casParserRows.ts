import { AppError } from '../../../../src/service/appError.ts';
import { connectionRows } from '../connectionRows.ts';
import { ConnectionStage } from '../connectionStage.ts';
import { type RowIds, type SystemRow, row } from './systemRow.ts';

const idsOf: readonly (readonly [RegExp, RowIds])[] = [
  [/R1/, { 1: ['S0-4', 'S0-5', 'S0-6', 'S0-7', 'S0-8'] }],
  [/R2.*pasted/, { 1: ['S0-3'], 2: ['S0-29'], 4: ['S0-25'], 8: ['S0-9'] }],
  [/R2.*environment/, { 1: ['S0-20'] }],
  [/R3/, { 3: ['S0-24'] }],
  [/R4.*pasted/, { 5: ['S0-27'] }],
];

/** R1 to R4: CAS Parser, by each way to a credential. */
export const casParserRows: readonly SystemRow[] = connectionRows.map((way) =>
  row<ConnectionStage>({
    name: way.name,
    ids: idsOf.find(([name]) => name.test(way.name))?.[1] ?? [],
    open: () => ConnectionStage.open(way.withTokens),
    signIn: way.signIn,
    // What the browser brings is kept first, and the sandbox's key is everybody's.
    wrongAs: way.checkedFirst ? way.refusedAs : undefined,
    verify: async (stage, account) => {
      const asked = await stage.ask(account);
      if (asked instanceof AppError) throw asked;
      return asked;
    },
    act: (stage, account) => stage.parse(account),
    acting: 'POST /v4/smart/parse',
    spoil: way.spoil,
    spoiltAs: way.refusedAs,
    ...(way.withTokens && {
      expire: (stage: ConnectionStage) => (stage.serviceAhead += 61 * 60_000),
      renewing: 'POST /v1/token',
    }),
    limit: ({ service }, seconds) =>
      service.misbehave({
        on: 'parse',
        times: 1,
        status: 429,
        headers: { 'retry-after': String(seconds) },
      }),
  }),
);
