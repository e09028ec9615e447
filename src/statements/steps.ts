/** What is being done about a statement right now, for the person who waits. Times in ms since the epoch. */
export type Step =
  /** Another window is at the same PDF. */
  | { readonly at: 'otherWindow' }
  /** Its answer was lost before: the usage log is asked whether it was paid for, until then at the longest. */
  | { readonly at: 'lookingUp'; readonly until: number }
  | { readonly at: 'asking' }
  | { readonly at: 'sending' }
  /** The service, or the limit on requests, asks to wait. */
  | { readonly at: 'pausing'; readonly until: number };
