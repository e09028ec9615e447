import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { parseJson } from '../service/json.ts';
import type { Secrets } from './storage/secrets.ts';

const NAME = 'casParser.passwords';
const MOST_PASSWORDS = 50;
const MOST_PDFS = 200;
/** Others that are worth a try: each costs an upload. */
const MOST_OTHERS = 2;

const rememberedPassword = z.object({
  password: z.string(),
  /** SHA-256 (hex) of the PDFs it opened, newest last. */
  pdfs: z.array(z.string()),
  /** SHA-256 (hex) that stands for the investor's PAN. */
  investor: z.optional(z.string()),
  /** ISO date-time. */
  usedAt: z.string(),
});

type RememberedPassword = z.infer<typeof rememberedPassword>;

export interface PasswordCandidate {
  readonly password: string;
  /** It has opened this very PDF before. */
  readonly exact: boolean;
}

/**
 * Passwords that the user asked to have remembered, newest use first, all in one secret so that they can be forgotten
 * together. SecretStorage that cannot be read means none; what has to be written rejects then, with its error.
 */
export class PasswordStore {
  readonly #secrets: Secrets;
  readonly #now: () => number;
  #lastChange: Promise<unknown> = Promise.resolve();

  /** @param now milliseconds since 1970 */
  constructor(secrets: Secrets, now: () => number = Date.now) {
    this.#secrets = secrets;
    this.#now = now;
  }

  /**
   * What to try on a PDF: the password that opened it before, then the two others that were used last.
   * @param pdfHash SHA-256 of the PDF, in hex
   */
  async find(pdfHash: string): Promise<PasswordCandidate[]> {
    const all = await this.#readable();
    const candidates = all.map(({ password, pdfs }) => ({
      password,
      exact: pdfs.includes(pdfHash),
    }));
    const others = candidates.filter(({ exact }) => !exact).slice(0, MOST_OTHERS);
    return [...candidates.filter(({ exact }) => exact), ...others];
  }

  /**
   * Remembers a password that has opened a PDF, in place of the one that had.
   * @param investorPan of the statement's holder; only a hash of it is kept
   */
  remember(pdfHash: string, password: string, investorPan?: string): Promise<void> {
    return this.#change((all) => {
      const known = all.find((one) => one.password === password);
      const investor = investorPan === undefined ? known?.investor : investorHash(investorPan);
      const pdfs = known?.pdfs ?? [];
      const others = all
        .filter((one) => one !== known)
        .map((one) => ({ ...one, pdfs: one.pdfs.filter((hash) => hash !== pdfHash) }));
      return [this.#used({ password, pdfs, ...(investor && { investor }) }, pdfHash), ...others];
    });
  }

  /** Notes that a password opened a PDF, if it is remembered already. Never rejects. */
  async worked(pdfHash: string, password: string): Promise<void> {
    const noted = this.#change((all) => {
      const known = all.find((one) => one.password === password);
      if (!known) return undefined;
      return [this.#used(known, pdfHash), ...all.filter((one) => one !== known)];
    });
    await noted.catch(() => undefined);
  }

  forget(password: string): Promise<void> {
    return this.#change((all) => all.filter((one) => one.password !== password));
  }

  forgetAll(): Promise<void> {
    return this.#inTurn(async () => this.#secrets.delete(NAME));
  }

  async count(): Promise<number> {
    return (await this.#readable()).length;
  }

  #used(one: Omit<RememberedPassword, 'usedAt'>, pdfHash: string): RememberedPassword {
    const pdfs = [...one.pdfs.filter((hash) => hash !== pdfHash), pdfHash].slice(-MOST_PDFS);
    return { ...one, pdfs, usedAt: new Date(this.#now()).toISOString() };
  }

  async #readable(): Promise<RememberedPassword[]> {
    try {
      return await this.#read();
    } catch {
      return [];
    }
  }

  async #read(): Promise<RememberedPassword[]> {
    const stored = await this.#secrets.get(NAME);
    return z.array(rememberedPassword).safeParse(parseJson(stored ?? '')).data ?? [];
  }

  /** Changes what is stored then. What cannot be read is not changed, so that nothing is lost. */
  #change(change: (all: RememberedPassword[]) => RememberedPassword[] | undefined): Promise<void> {
    return this.#inTurn(async () => {
      const all = change(await this.#read())?.slice(0, MOST_PASSWORDS);
      if (all?.length === 0) await this.#secrets.delete(NAME);
      else if (all) await this.#secrets.store(NAME, JSON.stringify(all));
    });
  }

  #inTurn(change: () => Promise<void>): Promise<void> {
    const changed = this.#lastChange.then(change);
    this.#lastChange = changed.catch(() => undefined);
    return changed;
  }
}

function investorHash(pan: string): string {
  return createHash('sha256').update(`casParser investor ${pan.toUpperCase()}`).digest('hex');
}
