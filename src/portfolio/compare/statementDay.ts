import { parseDay } from '../days.ts';
import type { Portfolio } from '../model.ts';

/** The day a statement is of, the last of its period, `YYYY-MM-DD`; null when it prints none that exists. */
export function statementDay({ statement }: Portfolio): string | null {
  return parseDay(statement.to) === null ? null : statement.to;
}

/** Whether two statements are of different kinds, and so list different accounts. Not when one does not say. */
export function kindsDiffer(one: Portfolio, other: Portfolio): boolean {
  const kinds = [one.statement.kind, other.statement.kind];
  return !kinds.includes(null) && kinds[0] !== kinds[1];
}
