/** Deals the pages of a PDF out to all who read it: each takes the next one that nobody has. */
export class PageTurns {
  /** For the others: they take from the same pages when they are made of it. */
  readonly shared: SharedArrayBuffer;
  private readonly taken: Int32Array;

  constructor(shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) {
    this.shared = shared;
    this.taken = new Int32Array(shared);
  }

  /** The number of the next page, from 1 on. It does not end by itself: past the last page nothing is left to read. */
  next(): number {
    return Atomics.add(this.taken, 0, 1) + 1;
  }
}
