import type { GivenPassword } from './parseRequest.ts';

/** A password that opened one statement of a batch probably opens the others of the same investor. */
const MOST_KNOWN = 5;

/** The passwords of a batch, in memory only: asked for one at a time, and tried on the other statements. */
export class BatchPasswords {
  #known: readonly string[] = [];
  #turn: Promise<void> = Promise.resolve();

  /** Those that opened a statement of this batch, the last one first. */
  known(): readonly string[] {
    return this.#known;
  }

  /**
   * Asks once nobody else is being asked or tried, and not at all when a password has turned up meanwhile.
   * @param tried what has been refused for this PDF
   * @param prompt asks the person
   * @param signal takes the question back before it is asked
   * @returns `undefined` when the person gives up on this statement
   */
  async ask(
    tried: ReadonlySet<string>,
    prompt: () => Promise<GivenPassword | undefined>,
    signal?: AbortSignal,
  ): Promise<GivenPassword | undefined> {
    // What was known before has been tried, or was passed over to spare the person the wait.
    const before = this.#known;
    const done = await this.#myTurn();
    if (signal?.aborted) {
      done();
      return undefined;
    }
    const turnedUp = this.#known.find((one) => !tried.has(one) && !before.includes(one));
    if (turnedUp !== undefined) {
      done();
      return { password: turnedUp, remember: false, guessed: true };
    }
    const given = await prompt().catch((error: unknown) => {
      done();
      throw error;
    });
    if (!given) {
      done();
      return undefined;
    }
    return {
      ...given,
      tried: (worked) => {
        if (worked) this.#remember(given.password);
        done();
      },
    };
  }

  #remember(password: string): void {
    const others = this.#known.filter((one) => one !== password);
    this.#known = [password, ...others].slice(0, MOST_KNOWN);
  }

  /** Waits for all who came before. @returns what ends the turn */
  #myTurn(): Promise<() => void> {
    let done = (): void => undefined;
    const before = this.#turn;
    this.#turn = new Promise((resolve) => (done = resolve));
    return before.then(() => done);
  }
}
