/** A statement of ten years and a thousand transactions is a fiftieth of it. In bytes, or characters of text. */
const LARGEST_FOR_MODELS = 8 * 1024 * 1024;
/** What is read for models stays in memory, at about ten times the size of its text. */
const MOST_FOR_MODELS = 4 * LARGEST_FOR_MODELS;

/** Whether a statement of this size, in bytes or characters, is read for models at all. */
export function mayBeTold(size: number): boolean {
  return size <= LARGEST_FOR_MODELS;
}

/** Counts what is read for one answer, so that nobody can fill the memory, or keep the editor busy, with what he saves in a folder. */
export class ReadingLimit {
  #room = MOST_FOR_MODELS;
  #leftOut = 0;

  /** How many statements are not read. */
  get leftOut(): number {
    return this.#leftOut;
  }

  /** Whether a statement of this size, in bytes or characters, may be read; one that may not is counted. */
  takes(size: number): boolean {
    if (!mayBeTold(size) || size > this.#room) {
      this.#leftOut += 1;
      return false;
    }
    this.#room -= size;
    return true;
  }
}
