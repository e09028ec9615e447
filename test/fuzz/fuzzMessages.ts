/** Which inputs a thread tries: each `of`-th from `first` on. */
export interface FuzzShare {
  readonly count: number;
  readonly seed: number;
  readonly first: number;
  readonly of: number;
}

export interface Tried {
  readonly index: number;
  readonly name: string;
  /** Null when it begins. */
  readonly outcome: string | null;
  readonly milliseconds: number;
  /** Promises that pdf.js gave up and nobody waited for. */
  readonly absorbed: number;
}
