import { readFile } from 'node:fs/promises';

import type { Account } from '../../../src/connections/account.ts';
import { AccountStore } from '../../../src/connections/accountStore.ts';
import { askConnection } from '../../../src/connections/askConnection.ts';
import { Credentials } from '../../../src/connections/credentials.ts';
import { Gateways } from '../../../src/connections/gateway/gateways.ts';
import { keyAmong } from '../../../src/connections/environmentKey.ts';
import { type SenderManner, statementSender } from '../../../src/connections/statementSender.ts';
import { SANDBOX_KEY } from '../../../src/service/sandbox.ts';
import type { ExchangeLine } from '../../../src/service/client.ts';
import type { Credits } from '../../../src/service/credits.ts';
import type { ParseAnswer } from '../../../src/service/parse.ts';
import { unnotedSends } from '../../../src/service/sends.ts';
import { AppError } from '../../../src/service/appError.ts';
import { mintAccessToken } from '../../../src/service/token.ts';
import type { RecordedRequest } from '../../service/recorder.ts';
import { type CasParserService, startCasParserService } from '../../service/server.ts';
import { clientOf, defaultRules, never } from '../http/extensionClient.ts';
import type { ExtensionClient } from '../http/extensionClient.ts';
import { ManualTiming } from '../http/fakeTiming.ts';
import { sampleStatement, statementFolder } from '../service/sampleFiles.ts';
import { passingOn } from '../http/passing.ts';
import type { SystemStage } from './rows/systemRow.ts';
import { SecretVault } from './secretVault.ts';

/** The password of the statement that is parsed. */
export const PASSWORD = 'Pass@1234';

/** The extension's container around a connection, as `src/container.ts` furnishes them, and the local service over HTTP. */
export class ConnectionStage implements SystemStage {
  /** Time of the extension. It passes only when a test says so. */
  readonly timing = new ManualTiming();
  /** Milliseconds by which the clock of the service is ahead. */
  serviceAhead = 0;
  readonly service: CasParserService;
  readonly client: ExtensionClient;
  readonly vault = new SecretVault();
  readonly environment: Record<string, string | undefined> = {};
  readonly accounts: AccountStore;
  readonly credentials: Credentials;
  readonly gateways: Gateways;
  /** Everything that failed. */
  readonly problems: AppError[] = [];
  /** Credentials that were sent. */
  readonly #presented = new Set<string>();

  static async open(withTokens: boolean): Promise<ConnectionStage> {
    const clock = { now: Date.now };
    const service = await startCasParserService({
      statements: statementFolder,
      now: () => clock.now(),
    });
    const stage = new ConnectionStage(service, withTokens);
    clock.now = () => stage.timing.now() + stage.serviceAhead;
    return stage;
  }

  private constructor(service: CasParserService, withTokens: boolean) {
    this.service = service;
    const { timing } = this;
    this.client = clientOf(service, () => defaultRules, timing);
    const { call } = this.client;
    this.accounts = new AccountStore(
      this.vault.window(),
      () => service.origin,
      () => Promise.resolve(keyAmong(this.environment)?.key),
    );
    this.gateways = new Gateways({
      accounts: this.accounts,
      callAt: () => call,
      apiOrigin: () => service.origin,
      withLock: (_name, _signal, work) => work(),
      now: timing.now,
    });
    this.credentials = new Credentials({
      handedOut: (account) => this.gateways.tokens(account),
      keyOf: (account) => this.accounts.credentialOf(account),
      mint: (key, minutes, asking) =>
        mintAccessToken(call, key, minutes, { ...asking, now: timing.now }),
      withTokens: () => withTokens,
      now: timing.now,
    });
  }

  close(): Promise<void> {
    this.accounts.dispose();
    return this.service.close();
  }

  get log(): readonly ExchangeLine[] {
    return this.client.log;
  }

  arrived(): readonly RecordedRequest[] {
    return this.service.requests;
  }

  forgetArrived(): void {
    for (const secret of this.secrets()) this.#presented.add(secret);
    this.service.requests.length = 0;
  }

  secrets(): readonly string[] {
    const now = this.service.requests.map(({ headers }) => headers['x-api-key'] ?? '');
    const kept = [...this.vault.kept.values()].join().match(/(?:sk|at)_[\w.-]+/g) ?? [];
    return [...this.#presented, ...now, ...kept, PASSWORD].filter(
      (secret) => secret !== '' && secret !== SANDBOX_KEY,
    );
  }

  /** Parses a statement for an account. @throws AppError */
  async parse(
    account: Account,
    { signal = never(), insist, onStep = () => undefined }: Partial<SenderManner> = {},
  ): Promise<ParseAnswer> {
    const { path } = await sampleStatement('cams-kfintech-detailed.pdf');
    const { accounts, credentials, gateways } = this;
    const { call } = this.client;
    const send = statementSender({ call, accounts, credentials, gateways }, account, {
      pdf: await readFile(path),
      timeoutSeconds: 600,
      signal,
      insist,
      onStep,
    });
    return this.passing(send(PASSWORD, unnotedSends));
  }

  /** Asks for what tells how a connection is. */
  async ask(account: Account): Promise<Credits | AppError> {
    const { accounts, gateways } = this;
    const { call } = this.client;
    const asked = await this.passing(askConnection({ call, accounts, gateways }, account, never()));
    if (asked instanceof AppError) this.problems.push(asked);
    return asked;
  }

  /** The problem in which something ends, noted; what else it gives is given. */
  async problemOr<T>(work: Promise<T>): Promise<T | AppError> {
    try {
      return await this.passing(work);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.problems.push(error);
      return error;
    }
  }

  /** Lets time pass by the second while somebody waits for it, with real time for the answers in between. */
  get passing() {
    return passingOn(this.timing);
  }

  get uploads(): RecordedRequest[] {
    return this.service.requests.filter(({ path }) => path === '/v4/smart/parse');
  }

  get mints(): RecordedRequest[] {
    return this.service.requests.filter(({ path }) => path === '/v1/token');
  }

  /** Credits billed so far, by the service's own count. */
  get billed(): number {
    return this.service.requests.reduce((sum, { billed }) => sum + billed, 0);
  }
}
