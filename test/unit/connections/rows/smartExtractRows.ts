import type { Account } from '../../../../src/connections/account.ts';
import { AccountStore } from '../../../../src/connections/accountStore.ts';
import {
  type Environment,
  apiPath,
  componentUrl,
  openSessionAt,
  sessionOf,
  smartExtractId,
} from '../../../../src/connections/smartExtract/smartExtract.ts';
import { CircuitBreaker } from '../../../../src/service/circuitBreaker.ts';
import {
  type CallService,
  type ExchangeLine,
  serviceClient,
} from '../../../../src/service/client.ts';
import { RateLimiter } from '../../../../src/service/rateLimiter.ts';
import { undiciTransport } from '../../../../src/service/undiciTransport.ts';
import {
  type SmartExtractService,
  startSmartExtract,
} from '../../../service/smartExtract/server.ts';
import { defaultRules, never } from '../../http/extensionClient.ts';
import { ManualTiming } from '../../http/fakeTiming.ts';
import { SecretVault } from '../secretVault.ts';
import { passingOn } from '../../http/passing.ts';
import { type RowIds, type SystemRow, type SystemStage, row } from './systemRow.ts';

/** The extension's container around SmartExtract, as `src/container.ts` furnishes them. */
export class SmartExtractStage implements SystemStage {
  readonly timing: ManualTiming;
  readonly vault = new SecretVault();
  readonly log: ExchangeLine[] = [];
  readonly accounts: AccountStore;
  readonly smartExtract: SmartExtractService;
  readonly callAt: (base: URL) => CallService;

  static async open(): Promise<SmartExtractStage> {
    const timing = new ManualTiming();
    return new SmartExtractStage(timing, await startSmartExtract({ now: timing.now }));
  }

  private constructor(timing: ManualTiming, smartExtract: SmartExtractService) {
    this.timing = timing;
    this.smartExtract = smartExtract;
    const shared = {
      send: undiciTransport(() => defaultRules),
      onExchange: (line: ExchangeLine) => this.log.push(line),
      pacer: new RateLimiter(timing),
      circuit: new CircuitBreaker(timing),
      timing,
    };
    this.callAt = (base) =>
      serviceClient({ ...shared, baseUrl: () => base, system: 'SmartExtract' });
    this.accounts = new AccountStore(
      this.vault.window(),
      () => 'https://api.casparser.test',
      () => Promise.resolve(undefined),
    );
  }

  get passing() {
    return passingOn(this.timing);
  }

  arrived() {
    return this.smartExtract.requests;
  }

  forgetArrived(): void {
    this.smartExtract.requests.length = 0;
  }

  secrets(): readonly string[] {
    const { production, staging, sessions } = this.smartExtract;
    return [production.key, production.secret, staging.key, staging.secret, ...sessions];
  }

  async close(): Promise<void> {
    this.accounts.dispose();
    await this.smartExtract.close();
  }
}

/** As `src/commands/smartExtract/addSmartExtract.ts` does. */
export async function connect(
  stage: SmartExtractStage,
  environment: Environment,
  pair: { readonly key: string; readonly secret: string },
): Promise<Account> {
  const { origin } = stage.smartExtract;
  await openSessionAt(stage, { origin, environment }, pair, never());
  const { key, secret } = pair;
  return stage.accounts.keep(
    {
      id: smartExtractId(environment, origin),
      kind: 'smartExtract',
      environment,
      origin,
      createdAt: new Date(stage.timing.now()).toISOString(),
    },
    JSON.stringify({ key, secret }),
  );
}

const template = (stage: SmartExtractStage) => `${stage.smartExtract.origin}/{app}?token={token}`;

/** Opens the component as the panel does, and looks whether it lets the session in. */
async function openComponent(stage: SmartExtractStage, account: Account): Promise<string> {
  const token = await sessionOf(stage, account, never());
  const url = componentUrl(template(stage), account.environment ?? 'production', token);
  const page = await fetch(url);
  if (!page.ok) throw new Error('The component does not know the session.');
  // The frame is the browser's doing: what it asks for is none of the extension's requests.
  stage.smartExtract.requests.pop();
  return page.text();
}

function smartExtractRow(environment: Environment, name: string, ids: RowIds): SystemRow {
  const acting = `POST ${apiPath(environment)}/api/account/v1/auth/token`;
  return row<SmartExtractStage>({
    name,
    ids,
    open: () => SmartExtractStage.open(),
    signIn: (stage, wrong) => {
      const known = stage.smartExtract[environment];
      return connect(stage, environment, wrong ? { ...known, secret: 'sxs_unknown' } : known);
    },
    wrongAs: 'signInRefused',
    verify: (stage, account) => sessionOf(stage, account, never()),
    act: openComponent,
    acting,
    spoil: ({ smartExtract }) => (smartExtract[environment].disabled = true),
    spoiltAs: 'apiKeyDisabled',
    limit: ({ smartExtract }, seconds) =>
      smartExtract.replace({
        on: acting,
        times: 1,
        status: 429,
        headers: { 'Retry-After': String(seconds) },
      }),
    pageMessages: async (stage, account) => {
      const token = await sessionOf(stage, account, never());
      const url = componentUrl(template(stage), environment, token);
      return { type: 'open', url: url.href, origin: url.origin, fileName: 'rent-roll.xlsx' };
    },
    // The token of the session is what the component's address is made with.
    pageMayHave: /^sx_/,
  });
}

/** R5 and R6: SmartExtract, each environment with credentials of its own. */
export const smartExtractRows: readonly SystemRow[] = [
  smartExtractRow('production', 'R5, SmartExtract', {
    1: ['S2-1', 'S2-4', 'S2-5', 'S2-6'],
    3: ['S2-7'],
    4: ['S2-8', 'S2-9'],
    8: ['S2-11'],
  }),
  smartExtractRow('staging', 'R6, SmartExtract staging', { 1: ['S2-2', 'S2-3'] }),
];
