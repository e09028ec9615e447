import type { Because, Outcome } from './check.ts';

/** How a check came out, and why. */
export interface Finding {
  readonly outcome: Outcome;
  readonly because: Because | null;
}

export function missing(because: Because): Finding {
  return { outcome: 'not-in-statement', because };
}

export function compared(agrees: boolean, because: Because | null = null): Finding {
  return agrees ? { outcome: 'agrees', because: null } : { outcome: 'differs', because };
}

export function noted(because: Because): Finding {
  return { outcome: 'noted', because };
}
