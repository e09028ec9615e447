import { Decimal } from '../../portfolio/decimal.ts';
import type { Found } from '../found.ts';
import type { Printed } from '../statement.ts';
import { WorkedOut } from './value.ts';

/** The sum of what is printed, as sure as all of its parts; null where nothing is printed. */
export function sumOf(figures: readonly (Printed | null)[], found: Found): WorkedOut | null {
  const printed = figures.filter((figure) => figure !== null);
  if (printed.length === 0) return null;
  const isConfirmed = printed.every((figure) => found.ofFigure(figure) === 'confirmed');
  return new WorkedOut(
    Decimal.sum(printed.map(({ value }) => value)),
    isConfirmed ? 'confirmed' : 'read',
  );
}

/** The sum of sums, as sure as all of them; zero where there are none. */
export function totalOf(parts: readonly (WorkedOut | null)[]): WorkedOut {
  const known = parts.filter((part) => part !== null);
  const isConfirmed = known.every(({ how }) => how === 'confirmed');
  return new WorkedOut(
    Decimal.sum(known.map(({ value }) => value)),
    isConfirmed ? 'confirmed' : 'read',
  );
}
