import { Decimal } from '../decimal.ts';
import { parseDay } from '../days.ts';
import type { Portfolio, Statement } from '../model.ts';
import type { Position } from '../positions.ts';
import type { DatesCheck, PeriodCheck } from './check.ts';
import { compared, missing, noted } from './finding.ts';
import type { Finding } from './finding.ts';

/** The first and the last day that a transaction may have; null where the statement prints no such day. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** The statement's period, without days that do not exist. */
export function usablePeriod({ from, to }: Statement): Period {
  const usable = (day: string | null) => (parseDay(day) === null ? null : day);
  return { from: usable(from), to: usable(to) };
}

/** Both days of the period exist, the first not after the last. */
export function checkPeriod({ statement }: Portfolio): PeriodCheck {
  const { from, to } = statement;
  return {
    kind: 'period',
    subject: { of: 'statement' },
    ...ofPeriod(statement),
    figures: {},
    from,
    to,
  };
}

function ofPeriod({ from, to }: Statement): Finding {
  const printed = [from, to].filter((day) => day !== null);
  if (printed.some((day) => parseDay(day) === null)) return compared(false);
  if (from === null || to === null) return missing('no-period');
  return compared(from <= to);
}

/** Every transaction has a date that exists and lies in the statement's period. */
export function checkDates(position: Position, { from, to }: Period): DatesCheck {
  let impossible = 0;
  let outside = 0;
  let without = 0;
  let first: DatesCheck['first'] = null;
  const rows = position.transactions.length;
  for (let row = 0; row < rows; row += 1) {
    const date = position.transactions[row]?.date ?? null;
    if (date === null) {
      without += 1;
      continue;
    }
    if (parseDay(date) === null) impossible += 1;
    else if ((from !== null && date < from) || (to !== null && date > to)) outside += 1;
    else continue;
    first ??= { row, date };
  }
  const anyPeriod = from !== null || to !== null;
  return {
    kind: 'dates',
    subject: { of: 'position', position },
    ...ofDates({ rows, wrong: impossible + outside, without, anyPeriod }),
    figures: {
      rows: Decimal.fromInteger(rows),
      impossibleDates: Decimal.fromInteger(impossible),
      outsidePeriod: anyPeriod ? Decimal.fromInteger(outside) : null,
      withoutDate: Decimal.fromInteger(without),
    },
    first,
  };
}

interface DateCounts {
  readonly rows: number;
  readonly wrong: number;
  readonly without: number;
  readonly anyPeriod: boolean;
}

function ofDates({ rows, wrong, without, anyPeriod }: DateCounts): Finding {
  if (rows === 0) return missing('no-transactions');
  if (wrong > 0) return compared(false);
  if (without === rows) return missing('no-dates');
  if (without > 0) return noted('rows-without-date');
  return anyPeriod ? compared(true) : missing('no-period');
}
