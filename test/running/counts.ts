/** How tests fared. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Files that failed once and passed when they were run again. */
  readonly again?: readonly string[];
  /** What failed at last, a line each: where, and which test. */
  readonly failures?: readonly string[];
}

export function sum(parts: Iterable<Counts>): Counts {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const again: string[] = [];
  const failures: string[] = [];
  for (const part of parts) {
    total.passed += part.passed;
    total.failed += part.failed;
    total.skipped += part.skipped;
    again.push(...(part.again ?? []));
    failures.push(...(part.failures ?? []));
  }
  return { ...total, again, failures };
}
