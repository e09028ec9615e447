/** What becomes of an upload. `work` and `after` in milliseconds: how long the service works, and when the client hears. */
export type Fate =
  | { readonly how: 'well'; readonly work: number }
  /** No connection: not a byte left. */
  | { readonly how: 'refused' }
  /** The connection breaks, whether the service has the request or not. */
  | {
      readonly how: 'lost';
      readonly reaches: boolean;
      readonly work: number;
      readonly after: number;
    }
  /** The answer breaks off. */
  | { readonly how: 'cut'; readonly work: number }
  /** A page of whatever stands in between, while the service goes on with what it has. */
  | {
      readonly how: 'page';
      readonly status: number;
      readonly retryAfter?: number;
      readonly reaches: boolean;
      readonly work: number;
      readonly after: number;
    }
  /** A page of a network's sign-in, or of something that refuses: the service never hears of the request. */
  | { readonly how: 'portal' | 'refusedPage' }
  /** The service says that it does not look at it: 503 or 429, in its own words. Seconds. */
  | { readonly how: 'busy' | 'limited'; readonly retryAfter: number }
  /** The service fails, at no cost. */
  | { readonly how: 'failed'; readonly work: number }
  /** It was parsed, and what is sent is cut short, or of a shape that nobody knows. */
  | { readonly how: 'garbled' | 'strange'; readonly work: number }
  /** Something in between sends it on twice: the first fails, the second is parsed. */
  | {
      readonly how: 'twice';
      readonly first: number;
      readonly work: number;
      readonly after?: number;
    };

/** What becomes of a request that costs nothing, to a path that holds this. */
export interface FreeFate {
  readonly on: 'usage' | 'credits' | 'agent-auth';
  readonly how: 'refused' | 'lost' | 'page' | 'strange' | 'slow';
  readonly status?: number;
}
