import type { Check, Outcome } from './check.ts';

/** How the checks of a statement came out: `agreeing` of `compared` agree. */
export interface CheckSummary {
  readonly agreeing: number;
  /** Those that agree and those that differ; the others compare nothing. */
  readonly compared: number;
  readonly noted: number;
  readonly notInStatement: number;
  /** Every check: differences, then what is noted, what agrees, what is not in the statement; each as they came. */
  readonly inOrder: readonly Check[];
}

export function sumUp(checks: readonly Check[]): CheckSummary {
  const having = (outcome: Outcome) => checks.filter((check) => check.outcome === outcome);
  const differing = having('differs');
  const noted = having('noted');
  const agreeing = having('agrees');
  const missing = having('not-in-statement');
  return {
    agreeing: agreeing.length,
    compared: agreeing.length + differing.length,
    noted: noted.length,
    notInStatement: missing.length,
    inOrder: [...differing, ...noted, ...agreeing, ...missing],
  };
}
