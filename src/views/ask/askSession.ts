import { commands, l10n } from 'vscode';
import type { Account } from '../../connections/account.ts';
import type { AskService } from '../../connections/ask/askService.ts';
import { spentOf } from '../../ask/ledger.ts';
import { portfolioSummary } from '../../ask/portfolioSummary.ts';
import { messagesFor } from '../../ask/question.ts';
import type { Facts } from '../../portfolio/facts/facts.ts';
import { readPortfolio } from '../../portfolio/readPortfolio.ts';
import { type AppError, isAppError } from '../../service/appError.ts';
import type { PageMessage } from '../messages.ts';
import { problemMessage } from '../problems/problemMessage.ts';
import type { AskExchange, AskMessage, AskRemedy, AskState } from './askMessages.ts';
import { dollarsText } from './dollarsText.ts';

/** Words come faster than anyone reads. */
const SHOW_EVERY_MS = 80;

/** What questions need beyond the portfolio. */
export interface AskServices {
  readonly asks: AskService;
  /** Told when connections come and go. */
  readonly onDidChange: (listener: () => void) => { dispose(): void };
  readonly signIn: () => void;
  /** A bug of ours. */
  readonly onBug: (error: unknown) => void;
}

export interface AskSessionParts extends AskServices {
  /** The JSON of the portfolio that is shown; undefined for several statements as one, about which nothing is asked. */
  readonly portfolio: () => string | undefined;
  /** Whether one is shown. */
  readonly canAsk: () => boolean;
  readonly isMasked: () => boolean;
  /** What the person said of the funds: the figures are reckoned with it. */
  readonly facts: () => Promise<Facts>;
  readonly send: (message: AskMessage) => void;
}

/** The questions about one portfolio and their answers, for as long as its page is open. Nothing of them is kept. */
export class AskSession {
  readonly #parts: AskSessionParts;
  readonly #watch: { dispose(): void };
  readonly #running = new Map<number, AbortController>();
  /** What the person agrees to by sending a question that is shown. */
  readonly #agreeing = new Map<number, string>();
  /** The service that is being asked. */
  #asked: Account | undefined;
  #exchanges: readonly AskExchange[] = [];
  #count = 0;
  /** The figures, and where they go, that the person has seen and let go. */
  #agreed: string | undefined;
  #lookedUp = false;
  #shownAt = 0;

  constructor(parts: AskSessionParts) {
    this.#parts = parts;
    this.#watch = parts.onDidChange(() => void this.show());
  }

  /** Tells the page how it stands. */
  async show(): Promise<void> {
    // Words come faster than secrets are read.
    const account = this.#asked ?? (await this.#parts.asks.current().catch(() => undefined));
    const canAsk = account && this.#parts.canAsk();
    this.#parts.send({ type: 'ask', ask: canAsk ? this.#state(account) : null });
  }

  /** Does what the page asks for, if it is about questions. Never rejects. */
  async received(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'askQuestion':
        return this.#ask(message.question);
      case 'askSend':
        return this.#send(message.id);
      case 'askCancel':
        return this.#cancel(message.id);
      case 'askRemedy':
        if (message.remedy === 'signIn') this.#parts.signIn();
        else await commands.executeCommand('workbench.action.openSettings', 'casParser.ask');
        return;
      default:
        return;
    }
  }

  /** What is shown and not sent yet is not what would be shown now. */
  async dropPreview(): Promise<void> {
    this.#exchanges = this.#exchanges.filter(({ step }) => step !== 'preview');
    await this.show();
  }

  dispose(): void {
    this.#watch.dispose();
    for (const running of this.#running.values()) running.abort();
  }

  #state(account: Account): AskState {
    const { asks } = this.#parts;
    const { perQuestion, perMonth } = asks.limits;
    const ledger = asks.ledger(account);
    return {
      host: new URL(account.origin).host,
      perQuestion: dollarsText(perQuestion),
      spent: dollarsText(spentOf(ledger)),
      perMonth: dollarsText(perMonth),
      questions: ledger.questions,
      tokens: ledger.tokens,
      exchanges: this.#exchanges,
    };
  }

  async #ask(question: string): Promise<void> {
    const account = await this.#parts.asks.current().catch(() => undefined);
    const read = readPortfolio(this.#parts.portfolio() ?? '');
    if (!account || !read.ok || question.trim() === '' || this.#running.size > 0) return;
    const masked = this.#parts.isMasked();
    const summary = portfolioSummary(read.portfolio, masked, await this.#parts.facts());
    const [message] = messagesFor(summary, question);
    const id = ++this.#count;
    const exchange: AskExchange = {
      id,
      question: question.trim(),
      sent: message?.content ?? '',
      masked,
      step: 'preview',
      until: null,
      answer: '',
      tokens: null,
      cost: null,
      problem: null,
      remedies: [],
    };
    // What was shown and not sent makes room for what is asked instead.
    this.#exchanges = [...this.#exchanges.filter(({ step }) => step !== 'preview'), exchange];
    const agreeing = `${account.origin}\n${summary.text}`;
    if (this.#agreed === agreeing) return this.#send(id);
    this.#agreeing.set(id, agreeing);
    await this.show();
  }

  async #send(id: number): Promise<void> {
    const exchange = this.#exchanges.find((one) => one.id === id);
    const account = await this.#parts.asks.current().catch(() => undefined);
    if (!account || exchange?.step !== 'preview' || this.#running.size > 0) return;
    const agreeing = this.#agreeing.get(id);
    // Another service in the meantime: it was not this one that the person agreed to.
    if (agreeing !== undefined && !agreeing.startsWith(`${account.origin}\n`)) return;
    this.#agreed = agreeing ?? this.#agreed;
    const running = new AbortController();
    this.#running.set(id, running);
    this.#asked = account;
    try {
      await this.#change(id, { step: 'sending' });
      await this.#lookUp(account, running.signal);
      const { text, usage } = await this.#parts.asks.ask(
        account,
        [{ role: 'user', content: exchange.sent }],
        {
          signal: running.signal,
          onText: (answer) => void this.#change(id, { step: 'answering', until: null, answer }),
          onWait: (until) => void this.#change(id, { step: 'waiting', until }),
        },
      );
      await this.#change(id, {
        step: 'done',
        until: null,
        answer: text,
        tokens: usage.tokens ?? null,
        cost: usage.cost ? dollarsText(usage.cost) : null,
      });
    } catch (error) {
      if (!isAppError(error)) this.#parts.onBug(error);
      await this.#change(id, isAppError(error) ? outcome(error, account) : unexpected());
    } finally {
      this.#running.delete(id);
      this.#asked = undefined;
    }
  }

  async #cancel(id: number): Promise<void> {
    this.#running.get(id)?.abort();
    if (this.#exchanges.find((one) => one.id === id)?.step !== 'preview') return;
    this.#exchanges = this.#exchanges.filter((one) => one.id !== id);
    await this.show();
  }

  /** The key may have been used elsewhere: what is left of the month is asked for before the first question. */
  async #lookUp(account: Account, signal: AbortSignal): Promise<void> {
    if (this.#lookedUp) return;
    this.#lookedUp = true;
    await this.#parts.asks.usage(account, signal).catch(() => undefined);
  }

  async #change(id: number, change: Partial<AskExchange>): Promise<void> {
    this.#exchanges = this.#exchanges.map((one) => (one.id === id ? { ...one, ...change } : one));
    const now = Date.now();
    if (change.step === 'answering' && now - this.#shownAt < SHOW_EVERY_MS) return;
    this.#shownAt = now;
    await this.show();
  }
}

function outcome(problem: AppError, { origin }: Account): Partial<AskExchange> {
  if (problem.kind === 'cancelled') return { step: 'cancelled', until: null };
  const { host } = new URL(origin);
  const { text } = problemMessage(problem, { host });
  return { step: 'failed', until: null, problem: text, remedies: remediesOf(problem) };
}

function unexpected(): Partial<AskExchange> {
  const problem = l10n.t('CAS Parser met an unexpected error; the log has more.');
  return { step: 'failed', until: null, problem, remedies: ['again'] };
}

function remediesOf({ kind }: AppError): readonly AskRemedy[] {
  switch (kind) {
    case 'signInRefused':
    case 'keyMissing':
    case 'keyMalformed':
    case 'notPermitted':
      return ['signIn'];
    case 'budgetUsedUp':
      return ['settings'];
    default:
      return ['again'];
  }
}
