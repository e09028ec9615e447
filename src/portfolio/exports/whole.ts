import type { Decimal } from '../decimal.ts';
import { holdings } from '../holdings.ts';
import type { Portfolio, StatementKind } from '../model.ts';
import { costAndGain, portfolioValue } from '../totals.ts';
import type { CostAndGain, Total } from '../totals.ts';

/** What an export says of all that a part is written of. */
export interface Whole {
  readonly investor: string | null;
  readonly pan: string | null;
  readonly statement: string | null;
  /** ISO dates. */
  readonly from: string | null;
  readonly to: string | null;
  /** INR. */
  readonly value: Decimal | null;
  /** What the value rests on; without an amount, because notes are not masked. */
  readonly valueNote: string;
  readonly paid: CostAndGain;
}

/** The whole of one statement. */
export function wholeOf(portfolio: Portfolio): Whole {
  const { investor, statement } = portfolio;
  const total = portfolioValue(portfolio);
  return {
    investor: investor.name,
    pan: investor.pan,
    statement: statementName(portfolio),
    from: statement.from,
    to: statement.to,
    value: total?.value ?? null,
    valueNote: valueNote(total),
    paid: costAndGain(holdings(portfolio)),
  };
}

/** What kind of statement it is; null when the answer does not say. */
export function statementName({ statement }: Pick<Portfolio, 'statement'>): string | null {
  return statement.kind && KINDS[statement.kind];
}

const KINDS: Readonly<Record<StatementKind, string>> = {
  CDSL: 'CDSL eCAS',
  NSDL: 'NSDL eCAS',
  CAMS_KFINTECH: 'CAMS + KFintech',
};

function valueNote(total: Total | null): string {
  if (!total) return 'not in this statement';
  if (!total.computed) return 'as the statement prints it';
  const missing = total.partsWithoutValue;
  return missing === 0
    ? 'the sum of its parts: no total is printed'
    : `the sum of its parts: no total is printed; ${missing} without a value`;
}
