import { Decimal } from '../../portfolio/decimal.ts';
import type { PrintedScheme, PrintedTransaction } from '../statement.ts';
import { inBalanceOrder } from './balanceOrder.ts';
import { isNear } from './checkResult.ts';
import type { Checks } from './checkResult.ts';
import { HALF_PAISA, halfDigit, PAISA } from './rounding.ts';
import { expectUsual, isUsual } from './usual.ts';
import type { Instance } from './usual.ts';

type DividendType = 'DIVIDEND_PAYOUT' | 'DIVIDEND_REINVEST';
type Rates = 'exact' | 'rounded';

/** A dividend is its rate times the units before it, unless tax was taken of it first; where most are, another is odd. */
export function checkDividends(schemes: readonly PrintedScheme[], checks: Checks): void {
  for (const type of ['DIVIDEND_PAYOUT', 'DIVIDEND_REINVEST'] as const) {
    const exact = schemes.flatMap((scheme) => dividendsOf(scheme, type, 'exact'));
    expectUsual(
      isUsual(exact) ? exact : schemes.flatMap((scheme) => dividendsOf(scheme, type, 'rounded')),
      'dividend-rate',
      'The rate per unit times the units does not give this dividend.',
      checks,
    );
  }
}

function dividendsOf(scheme: PrintedScheme, wanted: DividendType, rates: Rates): Instance[] {
  const orders = new Set([scheme.transactions, inBalanceOrder(scheme)]);
  const before = [...orders].map((rows) => unitsBefore(scheme, rows));
  return scheme.transactions.flatMap((row) => {
    const units = before.flatMap((each) => each.get(row) ?? []);
    if (row.type !== wanted || units.length === 0) return [];
    return row.amount && row.dividendRate
      ? [
          {
            holds: units.some((each) => pays(row, each, slackOf(row, each, rates))),
            place: row.place,
            // Rounded to paise, to its last digit.
            agreeing: units.some((each) => pays(row, each, HALF_PAISA)) ? [row.amount] : [],
          },
        ]
      : [];
  });
}

function pays(
  { amount, dividendRate }: PrintedTransaction,
  units: Decimal,
  slack: Decimal,
): boolean {
  if (!amount || !dividendRate) return false;
  return isNear(units.times(dividendRate), amount.value.abs(), slack);
}

function slackOf({ dividendRate }: PrintedTransaction, units: Decimal, rates: Rates): Decimal {
  if (!dividendRate || rates === 'exact') return PAISA;
  return halfDigit(dividendRate).times(units.abs()).plus(PAISA);
}

/** The units that were held before each row, where they are known. */
function unitsBefore(
  { open }: PrintedScheme,
  rows: readonly PrintedTransaction[],
): Map<PrintedTransaction, Decimal> {
  const before = new Map<PrintedTransaction, Decimal>();
  let units = open?.value ?? null;
  for (const row of rows) {
    if (units) before.set(row, units);
    units = row.balance?.value ?? units;
  }
  return before;
}
