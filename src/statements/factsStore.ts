import * as z from 'zod/mini';
import { changeFacts, saysNothing } from '../portfolio/facts/changeFacts.ts';
import type { FactsChange } from '../portfolio/facts/changeFacts.ts';
import { FactsFile, isin, nav } from '../portfolio/facts/factsFile.ts';
import { NOTHING_SAID } from '../portfolio/facts/ownFacts.ts';
import type { OwnFacts } from '../portfolio/facts/ownFacts.ts';
import { isPositive } from '../portfolio/facts/typed.ts';
import { parseJson } from '../service/json.ts';
import type { Secrets } from './storage/secrets.ts';

/** Name of the secret. */
export const FACTS = 'casParser.facts';
/** Where NAVs of 31 January 2018 were kept before, by ISIN. */
const OLD_NAVS = 'casParser.navsOf31Jan2018';

/** The part of VS Code's Memento that is needed here. */
interface Memory {
  get(name: string): unknown;
  update(name: string, value: undefined): Thenable<void>;
}

/**
 * What only the owner of units knows of them, in one secret, since it has folio numbers and costs. What SecretStorage does not
 * take holds as long as the window is open, and is tried again with the next change.
 */
export class FactsStore {
  readonly #secrets: Secrets;
  readonly #memory: Memory;
  readonly #listeners = new Set<(facts: OwnFacts) => void>();
  #read: FactsFile | undefined;
  /** Said in this window and not kept yet. */
  #unkept: readonly FactsChange[] = [];
  #failed = false;
  #lastTurn: Promise<unknown> = Promise.resolve();

  /** @param memory where NAVs were kept before: they are taken over from it */
  constructor(secrets: Secrets, memory: Memory) {
    this.#secrets = secrets;
    this.#memory = memory;
  }

  /** As far as it has been read. */
  get now(): OwnFacts {
    const file = this.#unkept.reduce(changeFacts, this.#read ?? NOTHING_SAID.file);
    return { file, kept: !this.#failed };
  }

  onDidChange(listener: (facts: OwnFacts) => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** Reads what is kept, if that is not done yet. Never rejects: what cannot be read counts as not said. */
  async load(): Promise<OwnFacts> {
    if (!this.#isRead)
      await this.#inTurn(() => (this.#isRead ? Promise.resolve() : this.#readAnew()));
    return this.now;
  }

  /** Holds at once. Resolves when it is kept, or cannot be. */
  change(change: FactsChange): Promise<void> {
    this.#unkept = [...this.#unkept, change];
    this.#tell();
    return this.#inTurn(() => this.#keep());
  }

  /** Another window may have changed what is kept. */
  changedElsewhere(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#read) await this.#readAnew();
    });
  }

  /** Forgets what this window has in memory. */
  forgetMemory(): void {
    this.#unkept = [];
    this.#read = undefined;
    this.#failed = false;
    this.#tell();
  }

  /** @throws when SecretStorage is locked or fails */
  async forgetAll(): Promise<void> {
    this.forgetMemory();
    await this.#memory.update(OLD_NAVS, undefined);
    await this.#inTurn(async () => {
      await this.#secrets.delete(FACTS);
      // What was on its way there meanwhile.
      this.forgetMemory();
    });
  }

  /** Whether anything is kept. @throws when SecretStorage is locked or fails */
  async isKept(): Promise<boolean> {
    return (await this.#secrets.get(FACTS)) !== undefined;
  }

  /** What could not be read may be unlocked by now. */
  get #isRead(): boolean {
    return this.#read !== undefined && !this.#failed;
  }

  async #readAnew(): Promise<void> {
    const before = JSON.stringify(this.now);
    try {
      this.#read = await this.#stored();
      this.#failed = this.#unkept.length > 0;
      if (this.#oldNavs().length > 0) await this.#store(this.#read);
    } catch {
      this.#failed = true;
      this.#read ??= this.#withOldNavs(NOTHING_SAID.file);
    }
    if (JSON.stringify(this.now) !== before) this.#tell();
  }

  async #keep(): Promise<void> {
    const changes = this.#unkept;
    if (changes.length === 0) return;
    try {
      // Another window may have said something meanwhile.
      const file = changes.reduce(changeFacts, await this.#stored());
      await this.#store(file);
      // All was forgotten meanwhile, or more was said.
      if (this.#unkept.length === 0) return;
      this.#read = file;
      this.#unkept = this.#unkept.filter((change) => !changes.includes(change));
      this.#failed = false;
    } catch {
      this.#failed = this.#unkept.length > 0;
    }
    this.#tell();
  }

  /** @throws when it cannot be read, or was written by a later version: then it must not be written over */
  async #stored(): Promise<FactsFile> {
    const text = await this.#secrets.get(FACTS);
    return this.#withOldNavs(
      text === undefined ? NOTHING_SAID.file : FactsFile.parse(parseJson(text)),
    );
  }

  async #store(file: FactsFile): Promise<void> {
    if (saysNothing(file)) await this.#secrets.delete(FACTS);
    else await this.#secrets.store(FACTS, JSON.stringify(file));
    await this.#memory.update(OLD_NAVS, undefined);
  }

  #withOldNavs(file: FactsFile): FactsFile {
    return this.#oldNavs().reduce(
      (all, [code, typed]) =>
        all.schemes?.[code]?.navOf31Jan2018 === undefined
          ? changeFacts(all, { of: 'nav', isin: code, nav: typed })
          : all,
      file,
    );
  }

  #oldNavs(): readonly (readonly [string, string])[] {
    const typed = z.record(z.string(), z.unknown()).safeParse(this.#memory.get(OLD_NAVS));
    return Object.entries(typed.data ?? {}).flatMap(([code, value]) => {
      const found = nav.safeParse(value);
      const isNav = isin.safeParse(code).success && found.success && isPositive(found.data);
      return isNav ? [[code, found.data] as const] : [];
    });
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(this.now);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#lastTurn.then(work);
    this.#lastTurn = done.catch(() => undefined);
    return done;
  }
}
