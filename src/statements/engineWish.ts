/** Where statements are parsed: by the service, or on this computer with nothing uploaded. */
export type Engine = 'cloud' | 'local';

/** The part of VS Code's Memento that is needed here. */
export interface Memory {
  get(name: string): unknown;
  update(name: string, value: unknown): Thenable<void>;
}

const READS_HERE = 'casParser.readsHere';

/**
 * Remembers that statements are to be read on this computer. A setting can fall back to its default without anybody having
 * changed it, and what a statement says cannot be taken back once it is uploaded: so the setting alone does not end it.
 */
export class EngineWish {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** Takes notice of the engine that is set now. */
  async saw(engine: Engine): Promise<void> {
    if (engine === 'local' && !this.#readsHere) await this.#memory.update(READS_HERE, true);
  }

  /**
   * The engine to use where this one is set.
   * @param ask says where to read a statement that was to be read here until now; `undefined` gives up on it
   * @returns `undefined` when the person gave up
   */
  async engineFor(
    set: Engine,
    ask: () => Promise<Engine | undefined>,
  ): Promise<Engine | undefined> {
    await this.saw(set);
    if (set === 'local' || !this.#readsHere) return set;
    const chosen = await ask();
    if (chosen === 'cloud') await this.#memory.update(READS_HERE, undefined);
    return chosen;
  }

  get #readsHere(): boolean {
    return this.#memory.get(READS_HERE) === true;
  }
}
