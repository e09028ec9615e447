import { AccountStore } from '../../../../src/connections/accountStore.ts';
import type { Account } from '../../../../src/connections/account.ts';
import type { AnswerWay } from '../../../../src/connections/ask/askEndpoint.ts';
import { AskService } from '../../../../src/connections/ask/askService.ts';
import { ASK_KEY } from '../../../../src/connections/ask/foundAskKeys.ts';
import { keepAsk } from '../../../../src/connections/ask/keepAsk.ts';
import { keyAmong } from '../../../../src/connections/environmentKey.ts';
import type { ChatMessage } from '../../../../src/ask/question.ts';
import type { Reply } from '../../../../src/ask/readReply.ts';
import { type AskLimits, TIER_LIMITS } from '../../../../src/ask/tiers.ts';
import { Decimal } from '../../../../src/portfolio/decimal.ts';
import { streamTransport } from '../../../../src/service/ask/streamTransport.ts';
import { CircuitBreaker } from '../../../../src/service/circuitBreaker.ts';
import {
  type CallService,
  type ExchangeLine,
  serviceClient,
} from '../../../../src/service/client.ts';
import { RateLimiter } from '../../../../src/service/rateLimiter.ts';
import { undiciTransport } from '../../../../src/service/undiciTransport.ts';
import { type AskServer, startAskService } from '../../../service/ask/server.ts';
import type { RecordedRequest } from '../../../service/recorder.ts';
import { defaultRules, never } from '../../http/extensionClient.ts';
import { ManualTiming } from '../../http/fakeTiming.ts';
import { SecretVault } from '../secretVault.ts';
import { passingOn } from '../../http/passing.ts';
import type { SystemStage } from './systemRow.ts';

/** What a question about a portfolio sends; what it says does not matter to a connection. */
export const QUESTION: readonly ChatMessage[] = [{ role: 'user', content: 'Hello' }];

/** The extension's container around an ask service, as `src/container.ts` furnishes them, and the service. */
export class AskStage implements SystemStage {
  readonly timing: ManualTiming;
  readonly vault = new SecretVault();
  readonly environment: Record<string, string | undefined> = {};
  readonly service: AskServer;
  readonly log: ExchangeLine[] = [];
  readonly accounts: AccountStore;
  readonly asks: AskService;
  /** What is kept in the editor's memory, in the clear. */
  readonly memory = new Map<string, unknown>();
  limits: AskLimits = { ...TIER_LIMITS.free, perQuestion: Decimal.parse('0.05') ?? Decimal.zero };
  /** What came of the answers while they were written. */
  readonly written: string[] = [];
  /** When questions had to wait until, ms since 1970. */
  readonly waits: number[] = [];
  readonly #callAt: (base: URL) => CallService;

  static async open(): Promise<AskStage> {
    const timing = new ManualTiming();
    return new AskStage(timing, await startAskService({ now: timing.now }));
  }

  private constructor(timing: ManualTiming, service: AskServer) {
    this.timing = timing;
    this.service = service;
    const shared = {
      onExchange: (line: ExchangeLine) => this.log.push(line),
      pacer: new RateLimiter(timing),
      circuit: new CircuitBreaker(timing),
      timing,
      system: 'ask',
    };
    const send = undiciTransport(() => defaultRules);
    this.#callAt = (base) => serviceClient({ ...shared, send, baseUrl: () => base });
    this.accounts = new AccountStore(
      this.vault.window(),
      () => 'https://api.casparser.in',
      ({ variable = '' }) => Promise.resolve(keyAmong(this.environment, [variable])?.key),
    );
    this.asks = new AskService({
      accounts: this.accounts,
      callAt: this.#callAt,
      streamAt: (base, onMessage) =>
        serviceClient({
          ...shared,
          send: streamTransport({ proxyRules: () => defaultRules, onMessage }),
          baseUrl: () => base,
        }),
      memory: {
        get: (name) => this.memory.get(name),
        update: (name, value) => {
          if (value === undefined) this.memory.delete(name);
          else this.memory.set(name, structuredClone(value));
          return Promise.resolve();
        },
        keys: () => [...this.memory.keys()],
      },
      limits: () => this.limits,
      now: timing.now,
    });
  }

  get passing() {
    return passingOn(this.timing);
  }

  /** Signs in as the command does. @param stays whether the key is read from the environment each time */
  async signIn(answers: AnswerWay, key: string, stays = false): Promise<Account> {
    if (stays) this.environment[ASK_KEY] = key;
    const url = `${this.service.origin}/v1`;
    const { accounts, limits, timing } = this;
    const call = this.#callAt(new URL(url));
    const { account } = await keepAsk(
      { accounts, call, limits, now: timing.now },
      { endpoint: { url, answers }, key, ...(stays && { stays: {} }) },
      never(),
    );
    return account;
  }

  ask(account: Account, signal: AbortSignal = never()): Promise<Reply> {
    return this.asks.ask(account, QUESTION, {
      signal,
      onText: (text) => this.written.push(text),
      onWait: (until) => this.waits.push(until),
    });
  }

  arrived(): readonly RecordedRequest[] {
    return this.service.requests;
  }

  forgetArrived(): void {
    this.service.requests.length = 0;
  }

  secrets(): readonly string[] {
    return [this.service.key];
  }

  async close(): Promise<void> {
    this.accounts.dispose();
    await this.service.close();
  }
}
