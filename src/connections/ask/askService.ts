import {
  type AnswerUsage,
  type Ledger,
  atLeast,
  entered,
  ledgerOf,
  mayCost,
  tokensOn,
} from '../../ask/ledger.ts';
import type { Decimal } from '../../portfolio/decimal.ts';
import type { ChatMessage } from '../../ask/question.ts';
import type { Reply } from '../../ask/readReply.ts';
import type { AskLimits } from '../../ask/tiers.ts';
import { TOKENS_OF_DAY } from '../../ask/tokensOfDay.ts';
import { type Asked, askStreaming, askWhole } from '../../service/ask/askService.ts';
import { type MonthOfUse, askUsage } from '../../service/ask/askUsage.ts';
import type { CallService } from '../../service/client.ts';
import type { Credential } from '../../service/credential.ts';
import type { HttpAnswer } from '../../service/http.ts';
import { AppError, isAppError } from '../../service/appError.ts';
import type { Account } from '../account.ts';
import type { AccountStore } from '../accountStore.ts';

const LEDGER = 'casParser.ask.ledger ';
/** Whoever is still refused after that may try again by hand. */
const MOST_TRIES = 3;

/** Where the ledger is kept: figures, nothing secret. */
export interface AskMemory {
  get(name: string): unknown;
  update(name: string, value: unknown): PromiseLike<void>;
  keys(): readonly string[];
}

export interface AsksParts {
  readonly accounts: Pick<AccountStore, 'listOf' | 'secretOf'>;
  readonly callAt: (base: URL) => CallService;
  /** The same over a WebSocket, each message of which is told. */
  readonly streamAt: (
    base: URL,
    onMessage: (text: string) => HttpAnswer | undefined,
  ) => CallService;
  readonly memory: AskMemory;
  readonly limits: () => AskLimits;
  /** ms since 1970 */
  readonly now: () => number;
}

export interface Asking {
  readonly signal: AbortSignal;
  /** What there is of the answer so far. */
  readonly onText: (text: string) => void;
  /** Told when it will be sent, ms since 1970, each time that it has to wait. */
  readonly onWait: (until: number) => void;
}

/** Questions to the chat services that the person is signed in to, within their budgets. */
export class AskService {
  readonly #parts: AsksParts;

  constructor(parts: AsksParts) {
    this.#parts = parts;
  }

  get limits(): AskLimits {
    return this.#parts.limits();
  }

  /** The connection that questions go to: the latest. @throws AppError `secretsLocked` */
  async current(): Promise<Account | undefined> {
    return (await this.#parts.accounts.listOf('ask')).at(-1);
  }

  /** What was spent this month with a connection, as far as it is known here. */
  ledger({ id }: Account): Ledger {
    return ledgerOf(this.#parts.memory.get(LEDGER + id), this.#parts.now());
  }

  /**
   * Asks the service what was used this month, and takes note where that is more than is known here.
   * @throws AppError
   */
  async usage(account: Account, signal: AbortSignal): Promise<MonthOfUse> {
    const credential = await this.#credentialOf(account);
    const used = await naming(account, askUsage(this.#callOf(account), credential, signal));
    if (used.cost) await this.#note(account, atLeast(this.ledger(account), used.cost));
    return used;
  }

  /**
   * Sends a question. What the service limits is waited for; a budget is not, neither its own nor the one of the settings.
   * @throws AppError
   */
  async ask(account: Account, messages: readonly ChatMessage[], asking: Asking): Promise<Reply> {
    const credential = await this.#credentialOf(account);
    for (let tries = 1; ; tries++) {
      this.#keepDay(account);
      const maxCost = mayCost(this.ledger(account), this.limits);
      if (!maxCost)
        throw new AppError('budgetUsedUp', { mayBeBilled: false, host: hostOf(account) });
      const { timeoutSeconds } = this.limits;
      const asked: Asked = { credential, messages, maxCost, timeoutSeconds, ...asking };
      try {
        const reply = await naming(account, this.#once(account, asked, asking.onText));
        await this.#enter(account, reply.usage);
        return reply;
      } catch (error) {
        // What had begun to be answered may be paid for: it is not asked again by itself.
        const mayBePaid = isAppError(error) && error.details.mayBeBilled !== false;
        const limited = isAppError(error, 'rateLimited') && error.details.httpStatus !== undefined;
        if (!limited || mayBePaid || tries === MOST_TRIES) {
          if (mayBePaid) await this.#noteLost(account, maxCost);
          throw error;
        }
      }
    }
  }

  /** @throws AppError `budgetUsedUp`, unsent, when the tokens of the day are used up */
  #keepDay(account: Account): void {
    const { tokensPerDay } = this.limits;
    if (tokensPerDay === undefined) return;
    if (tokensOn(this.ledger(account), this.#parts.now()) < tokensPerDay) return;
    throw new AppError('budgetUsedUp', {
      mayBeBilled: false,
      host: hostOf(account),
      code: TOKENS_OF_DAY,
    });
  }

  /** Drops what was noted for connections that are gone. */
  async forgetGone(): Promise<void> {
    const { accounts, memory } = this.#parts;
    const there = new Set((await accounts.listOf('ask')).map(({ id }) => LEDGER + id));
    for (const name of memory.keys())
      if (name.startsWith(LEDGER) && !there.has(name)) await memory.update(name, undefined);
  }

  async #once(account: Account, asked: Asked, onText: (text: string) => void): Promise<Reply> {
    const { answers = 'whole', url = account.origin } = account.ask ?? {};
    if (answers !== 'whole') {
      const presentedAs = answers === 'stream' ? 'bearer' : 'query';
      const credential: Credential = { ...asked.credential, presentedAs };
      const reply = await askStreaming(
        (onMessage) => this.#parts.streamAt(new URL(url), onMessage),
        { ...asked, credential },
        onText,
      );
      if (reply) return reply;
    }
    return askWhole(this.#callOf(account), asked);
  }

  /** An answer that did not arrive may have cost something all the same: the service knows, or else it is the most that it may be. */
  async #noteLost(account: Account, maxCost: Decimal): Promise<void> {
    const known = await this.#lookUp(account);
    if (!known)
      await this.#note(
        account,
        entered(this.ledger(account), { tokens: undefined, cost: maxCost }, this.#parts.now()),
      );
  }

  /** Takes over what the service counts. @returns whether it told */
  async #lookUp(account: Account): Promise<boolean> {
    try {
      return (await this.usage(account, AbortSignal.timeout(10_000))).cost !== null;
    } catch {
      return false;
    }
  }

  async #enter(account: Account, usage: AnswerUsage): Promise<void> {
    await this.#note(account, entered(this.ledger(account), usage, this.#parts.now()));
    if (usage.cost === undefined) await this.#lookUp(account);
  }

  async #note({ id }: Account, ledger: Ledger): Promise<void> {
    await this.#parts.memory.update(LEDGER + id, ledger);
  }

  #callOf({ ask, origin }: Account): CallService {
    return this.#parts.callAt(new URL(ask?.url ?? origin));
  }

  async #credentialOf(account: Account): Promise<Credential> {
    const key = await this.#parts.accounts.secretOf(account);
    return askCredential(account.origin, key, this.limits);
  }
}

/** A key as it is presented to an ask service. */
export function askCredential(origin: string, key: string, { perMinute }: AskLimits): Credential {
  return { key, origin, presentedAs: 'bearer', perMinute };
}

function hostOf({ origin }: Pick<Account, 'origin'>): string {
  return new URL(origin).host;
}

/** Says in a problem which system it is about. */
async function naming<T>(account: Account, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!isAppError(error)) throw error;
    throw new AppError(error.kind, { ...error.details, host: hostOf(account) });
  }
}
