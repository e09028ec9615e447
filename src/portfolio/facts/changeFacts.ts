import * as z from 'zod/mini';
import { placeKey } from './facts.ts';
import type { RowPlace } from './facts.ts';
import { amount, anniversary, day, folio, isin, kind, nav, previousLots } from './factsFile.ts';
import type { FactsFile } from './factsFile.ts';
import { isPositive } from './typed.ts';

const positive = z.refine<string>(isPositive, 'is nothing');

/** What the owner of units says now; null takes back what was said before. */
export const FactsChange = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('kind'), isin, kind: z.nullable(kind) }),
  z.strictObject({ of: z.literal('nav'), isin, nav: z.nullable(nav.check(positive)) }),
  z.strictObject({
    of: z.literal('transfer'),
    ...{ folio, isin, date: day },
    lots: z.nullable(previousLots),
  }),
  z.strictObject({
    of: z.literal('exitLoad'),
    ...{ folio, isin, date: day },
    amount: z.nullable(amount.check(positive)),
  }),
  z.strictObject({ of: z.literal('anniversary'), counts: z.nullable(anniversary) }),
]);
export type FactsChange = z.infer<typeof FactsChange>;

type Schemes = NonNullable<FactsFile['schemes']>;

/** The facts after a change. What nothing is said of any more is left out. */
export function changeFacts(file: FactsFile, change: FactsChange): FactsFile {
  switch (change.of) {
    case 'kind':
      return withScheme(file, change.isin, { kind: change.kind ?? undefined });
    case 'nav':
      return withScheme(file, change.isin, { navOf31Jan2018: change.nav ?? undefined });
    case 'transfer': {
      const { lots } = change;
      const others = without(file.transfers, change);
      return tidied({
        ...file,
        transfers: lots ? [...others, { ...placeOf(change), lots }] : others,
      });
    }
    case 'exitLoad': {
      const { amount: load } = change;
      const others = without(file.exitLoads, change);
      return tidied({
        ...file,
        exitLoads: load === null ? others : [...others, { ...placeOf(change), amount: load }],
      });
    }
    case 'anniversary':
      return tidied({ ...file, anniversary: change.counts ?? undefined });
  }
}

function withScheme(file: FactsFile, code: string, said: Schemes[string]): FactsFile {
  const { [code]: before, ...others } = file.schemes ?? {};
  return tidied({ ...file, schemes: { ...others, [code]: { ...before, ...said } } });
}

function without<Row extends RowPlace>(rows: readonly Row[] = [], place: RowPlace): Row[] {
  const key = placeKey(place);
  return rows.filter((row) => placeKey(row) !== key);
}

function placeOf({
  folio: number,
  isin: code,
  date,
}: {
  readonly folio: string;
  readonly isin: string;
  readonly date: string;
}) {
  return { folio: number, isin: code, date };
}

function tidied({
  schemes = {},
  transfers = [],
  exitLoads = [],
  anniversary: counts,
}: FactsFile): FactsFile {
  const said = Object.entries(schemes).flatMap(([code, { kind: of, navOf31Jan2018 }]) =>
    of === undefined && navOf31Jan2018 === undefined
      ? []
      : [[code, { ...(of && { kind: of }), ...(navOf31Jan2018 && { navOf31Jan2018 }) }] as const],
  );
  return {
    version: 1,
    ...(said.length > 0 && { schemes: Object.fromEntries(said) }),
    ...(transfers.length > 0 && { transfers }),
    ...(exitLoads.length > 0 && { exitLoads }),
    ...(counts && { anniversary: counts }),
  };
}

/** Whether nothing is said. */
export function saysNothing(file: FactsFile): boolean {
  return Object.keys(tidied(file)).length === 1;
}
