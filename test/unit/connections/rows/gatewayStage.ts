import { readFile } from 'node:fs/promises';

import type { Account } from '../../../../src/connections/account.ts';
import { AccountStore } from '../../../../src/connections/accountStore.ts';
import { Credentials } from '../../../../src/connections/credentials.ts';
import { keyAmong } from '../../../../src/connections/environmentKey.ts';
import type { Gateway } from '../../../../src/connections/gateway/gateway.ts';
import { Gateways } from '../../../../src/connections/gateway/gateways.ts';
import { type KeptGateway, keepGateway } from '../../../../src/connections/gateway/keepGateway.ts';
import type { NewSignIn } from '../../../../src/connections/gateway/keepGateway.ts';
import { statementSender } from '../../../../src/connections/statementSender.ts';
import { CircuitBreaker } from '../../../../src/service/circuitBreaker.ts';
import {
  type CallService,
  type ExchangeLine,
  serviceClient,
} from '../../../../src/service/client.ts';
import { RateLimiter } from '../../../../src/service/rateLimiter.ts';
import type { ParseAnswer } from '../../../../src/service/parse.ts';
import { unnotedSends } from '../../../../src/service/sends.ts';
import { undiciTransport } from '../../../../src/service/undiciTransport.ts';
import { type GatewayService, startGateway } from '../../../service/gateway/server.ts';
import { USER } from '../../../service/gateway/signIns.ts';
import type { RecordedRequest } from '../../../service/recorder.ts';
import { type CasParserService, startCasParserService } from '../../../service/server.ts';
import { defaultRules, never } from '../../http/extensionClient.ts';
import { ManualTiming } from '../../http/fakeTiming.ts';
import { sampleStatement, statementFolder } from '../../service/sampleFiles.ts';
import { PASSWORD } from '../connectionStage.ts';
import { SecretVault } from '../secretVault.ts';
import { passingOn } from '../../http/passing.ts';
import type { SystemStage } from './systemRow.ts';

/** The extension's container around a gateway, as `src/container.ts` furnishes them; the gateway; and CAS Parser behind it. */
export class GatewayStage implements SystemStage {
  readonly timing: ManualTiming;
  /** Milliseconds by which the clock of CAS Parser is ahead: its tokens end earlier. */
  serviceAhead = 0;
  readonly vault = new SecretVault();
  readonly environment: Record<string, string | undefined> = {};
  readonly service: CasParserService;
  readonly gateway: GatewayService;
  readonly log: ExchangeLine[] = [];
  readonly accounts: AccountStore;
  readonly gateways: Gateways;
  readonly credentials: Credentials;
  readonly #call: CallService;
  readonly #given = new Set<string>();

  static async open(): Promise<GatewayStage> {
    const timing = new ManualTiming();
    const { now } = timing;
    const clock = { now };
    const service = await startCasParserService({
      statements: statementFolder,
      now: () => clock.now(),
    });
    const stage = new GatewayStage(timing, service, await startGateway(service, { now }));
    clock.now = () => now() + stage.serviceAhead;
    return stage;
  }

  private constructor(timing: ManualTiming, service: CasParserService, gateway: GatewayService) {
    this.timing = timing;
    this.service = service;
    this.gateway = gateway;
    const shared = {
      send: undiciTransport(() => defaultRules),
      onExchange: (line: ExchangeLine) => this.log.push(line),
      pacer: new RateLimiter(timing),
      circuit: new CircuitBreaker(timing),
      timing,
    };
    this.#call = serviceClient({ ...shared, baseUrl: () => new URL(service.origin) });
    this.accounts = new AccountStore(
      this.vault.window(),
      () => service.origin,
      // A file stands in the environment by its URI.
      ({ variable = '', file = variable }) =>
        Promise.resolve(keyAmong(this.environment, [file])?.key),
    );
    this.gateways = new Gateways({
      accounts: this.accounts,
      callAt: (base) => serviceClient({ ...shared, baseUrl: () => base, system: 'gateway' }),
      apiOrigin: () => service.origin,
      withLock: (_name, _signal, work) => work(),
      now: timing.now,
    });
    this.credentials = new Credentials({
      keyOf: (account) => this.accounts.credentialOf(account),
      mint: () => Promise.reject(new Error('A gateway hands tokens out.')),
      withTokens: () => false,
      handedOut: (account) => this.gateways.tokens(account),
      now: timing.now,
    });
  }

  get passing() {
    return passingOn(this.timing);
  }

  /** The door to a gateway before anyone is signed in. */
  callAt(gateway: Gateway): CallService {
    return this.gateways.callAt(gateway);
  }

  keep(signIn: NewSignIn): Promise<KeptGateway> {
    const { accounts, timing } = this;
    const call = this.callAt(signIn.gateway);
    return keepGateway({ accounts, call, now: timing.now }, signIn, never());
  }

  /** Parses a statement for an account. @throws AppError */
  async parse(account: Account): Promise<ParseAnswer> {
    const { path } = await sampleStatement('cams-kfintech-detailed.pdf');
    const { accounts, credentials, gateways } = this;
    const send = statementSender({ call: this.#call, accounts, credentials, gateways }, account, {
      pdf: await readFile(path),
      timeoutSeconds: 600,
      signal: never(),
      insist: true,
      onStep: () => undefined,
    });
    return send(PASSWORD, unnotedSends);
  }

  arrived(): readonly RecordedRequest[] {
    return [...this.gateway.requests, ...this.service.requests].sort(
      (one, other) => one.at - other.at,
    );
  }

  forgetArrived(): void {
    for (const secret of this.#presented()) this.#given.add(secret);
    this.gateway.requests.length = 0;
    this.service.requests.length = 0;
  }

  secrets(): readonly string[] {
    for (const secret of this.#presented()) this.#given.add(secret);
    return [...this.#given, this.gateway.signIns.key, this.service.key, USER.password, PASSWORD];
  }

  async close(): Promise<void> {
    this.accounts.dispose();
    await this.gateway.close();
    await this.service.close();
  }

  #presented(): string[] {
    const kept = [...this.vault.kept.values()].flatMap((text) => text.match(/o[ar]t_\w+/g) ?? []);
    const sent = this.arrived().flatMap(({ headers }) => [
      headers['x-api-key'] ?? '',
      (headers.authorization ?? '').replace(/^Bearer /, ''),
    ]);
    return [...kept, ...sent].filter((secret) => secret !== '');
  }
}
