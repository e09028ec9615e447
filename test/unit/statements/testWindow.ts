import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import type { Account } from '../../../src/connections/account.ts';
import { Credentials } from '../../../src/connections/credentials.ts';
import { Gateways } from '../../../src/connections/gateway/gateways.ts';
import { findSent } from '../../../src/connections/findSent.ts';
import { statementSender } from '../../../src/connections/statementSender.ts';
import { checkedAddress } from '../../../src/service/address.ts';
import { keyMark } from '../../../src/service/keyMark.ts';
import { newRequestId } from '../../../src/service/requestId.ts';
import { serviceClient } from '../../../src/service/client.ts';
import { SANDBOX_KEY } from '../../../src/service/sandbox.ts';
import { ServiceClock } from '../../../src/service/serviceClock.ts';
import { type Timing, realTiming } from '../../../src/service/timing.ts';
import { undiciTransport } from '../../../src/service/undiciTransport.ts';
import type { BatchItem } from '../../../src/statements/batch.ts';
import { JournaledBatch } from '../../../src/statements/journaledBatch.ts';
import { type Storage, openStorage } from '../../../src/statements/storage/openStorage.ts';
import type { Secrets } from '../../../src/statements/storage/secrets.ts';
import type { StorageIssue } from '../../../src/statements/storage/storageIssue.ts';
import { parseStatement } from '../../../src/statements/parseStatement.ts';
import type {
  GivenPassword,
  ParseStorage,
  ParsedStatement,
  PasswordRefused,
  ParseInteraction,
} from '../../../src/statements/parseRequest.ts';
import { PasswordStore } from '../../../src/statements/passwordStore.ts';
import { SendClock } from '../../../src/statements/sendClock.ts';
import { createStatementCache } from '../../../src/statements/statementCache.ts';
import type { Step } from '../../../src/statements/steps.ts';
import { type ExtensionClient, defaultRules } from '../http/extensionClient.ts';

export interface TestWindowOptions {
  readonly service: { readonly origin: string; readonly key: string };
  /** Of the extension's storage. */
  readonly folder: string;
  readonly secrets: Secrets;
  readonly timing?: Timing;
  /** Real seconds. */
  readonly timeoutSeconds?: number;
  /** By the timing. */
  readonly settledAfterMs?: number;
  readonly mayKeep?: () => boolean;
  /** Sees how it stands with the batch after each change, before an end is noted. */
  readonly onChange?: (items: readonly BatchItem[]) => void;
  /** The person at the password box. */
  readonly type?: (
    refused: PasswordRefused | undefined,
    file: string,
  ) => Promise<GivenPassword | undefined> | GivenPassword | undefined;
}

export interface Manner extends Pick<ParseInteraction, 'askPassword' | 'knownPasswords'> {
  readonly signal: AbortSignal;
  readonly payAgain: boolean;
  readonly insteadOf: string | undefined;
  readonly sample: boolean;
  readonly onStep: (step: Step) => void;
}

/** A window of the editor without the editor: the container for statements, as `src/container.ts` furnishes them. */
export class TestWindow {
  readonly client: Pick<ExtensionClient, 'call' | 'credential'>;
  /** When each request left, by the timing. */
  readonly departures: number[] = [];
  readonly storage: Storage;
  readonly passwords: PasswordStore;
  readonly troubles: StorageIssue[] = [];
  /** Errors that nobody expected. */
  readonly bugs: unknown[] = [];
  /** What the person was asked, in order: the file and why again. */
  readonly asked: string[] = [];
  /** What was told of the large ones. */
  readonly warned: number[] = [];
  readonly keeping: ParseStorage;
  readonly batch: JournaledBatch;
  /** Signed out, or with another account than the one that sent. */
  accountId: string | undefined = 'account';
  readonly #options: TestWindowOptions;
  readonly #accounts = {
    list: () => Promise.resolve(this.accountId === undefined ? [] : [this.#account('key')]),
    credentialOf: ({ kind }: Account) => {
      const { credential } = this.client;
      return Promise.resolve(kind === 'sandbox' ? { ...credential, key: SANDBOX_KEY } : credential);
    },
  };
  readonly #credentials = new Credentials({
    keyOf: (account) => this.#accounts.credentialOf(account),
    mint: () => assert.fail('the key is used itself'),
    withTokens: () => false,
    handedOut: () => assert.fail('there is no gateway'),
  });

  readonly #noGateways = new Gateways({
    accounts: {
      secretOf: () => assert.fail('there is no gateway'),
      renewSecret: () => assert.fail('there is no gateway'),
    },
    callAt: () => assert.fail('there is no gateway'),
    apiOrigin: () => this.client.credential.origin,
    withLock: () => assert.fail('there is no gateway'),
    now: Date.now,
  });

  constructor(options: TestWindowOptions) {
    const { service, folder, secrets, timing = realTiming, mayKeep = () => true } = options;
    const now = () => timing.now();
    this.#options = options;
    const transport = undiciTransport(() => defaultRules);
    const url = checkedAddress(service.origin);
    const clock = new ServiceClock(timing);
    this.client = {
      credential: { key: service.key, origin: url.origin },
      call: serviceClient({
        send: (request) => {
          this.departures.push(timing.now());
          return transport(request);
        },
        baseUrl: () => url,
        onExchange: () => undefined,
        timing,
        clock,
      }),
    };
    const onTrouble = (trouble: StorageIssue) => this.troubles.push(trouble);
    this.storage = openStorage(folder, secrets, now, onTrouble, mayKeep);
    this.passwords = new PasswordStore(secrets, now);
    this.keeping = {
      store: createStatementCache(this.storage.statements, this.storage.storeKey, mayKeep, now),
      sent: this.storage.sent,
      unread: this.storage.unread,
      locks: this.storage.locks,
      passwords: this.passwords,
      lookUp: {
        timing,
        clock: new SendClock(timing, clock),
        settledAfterMs: options.settledAfterMs ?? 400,
        find: findSent(this.client.call, this.#accounts),
      },
    };
    this.batch = new JournaledBatch({
      journal: this.storage.batchJournal,
      timing,
      parse: async ({ file, ...manner }) => this.parse(await readFile(file), manner),
      askPassword: (file, refused, signal) => this.#type(refused, file, signal),
      onChange: () => options.onChange?.(this.batch.items),
      onBug: (error) => this.bugs.push(error),
    });
  }

  /** One statement, alone unless a batch says otherwise. */
  parse(pdf: Uint8Array, manner: Partial<Manner> = {}): Promise<ParsedStatement | undefined> {
    const { signal = new AbortController().signal, payAgain = false, sample = false } = manner;
    const { insteadOf } = manner;
    const { onStep = () => undefined, knownPasswords = () => [] } = manner;
    const typed: ParseInteraction['askPassword'] = (refused) =>
      this.#type(refused, 'alone', signal);
    const { askPassword = typed } = manner;
    const { timeoutSeconds = 600 } = this.#options;
    const account = this.#account(sample ? 'sandbox' : 'key');
    const container = {
      call: this.client.call,
      accounts: this.#accounts,
      credentials: this.#credentials,
      gateways: this.#noGateways,
    };
    return parseStatement({ pdf, signal, account, sample, payAgain, insteadOf }, this.keeping, {
      knownPasswords,
      askPassword,
      onStep,
      warnLarge: (bytes) => this.warned.push(bytes),
      send: statementSender(container, account, { pdf, signal, timeoutSeconds, onStep }),
    });
  }

  /** Asks the usage log as for a request that it does not have. */
  async askUsage(): Promise<void> {
    const requestId = newRequestId();
    const { credential } = this.client;
    const note = { hash: '', requestId, sentAt: 0, origin: credential.origin };
    const sent = { ...note, accountId: 'account', keyMark: keyMark(credential.key, requestId) };
    await this.keeping.lookUp.find(sent, new AbortController().signal);
  }

  /** Goes on with all batches whose window is gone. */
  async goOn(): Promise<void> {
    const { ids } = await this.batch.interrupted();
    await this.batch.resume(ids);
  }

  /** How it stands with each file of the batch, in a word. */
  get ends(): string[] {
    return this.batch.items.map(({ state }) => {
      if (state.status === 'failed') return state.problem.kind;
      return state.status === 'parsed' && state.free ? 'free' : state.status;
    });
  }

  #account(kind: Account['kind']): Account {
    const { origin } = this.client.credential;
    return { id: this.accountId ?? 'nobody', kind, origin, createdAt: '2026-01-01T00:00:00Z' };
  }

  /** As `askPdfPassword`: the question is taken back when the statement is cancelled. */
  async #type(refused: PasswordRefused | undefined, file: string, signal: AbortSignal) {
    assert.ok(!signal.aborted, 'nobody is to be asked for what was cancelled');
    this.asked.push([file.split('/').at(-1), refused ?? 'first'].join(' '));
    const takenBack = new Promise<undefined>((resolve) =>
      signal.addEventListener('abort', () => resolve(undefined)),
    );
    return Promise.race([this.#options.type?.(refused, file), takenBack]);
  }
}
