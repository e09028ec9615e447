import { Decimal } from '../../portfolio/decimal.ts';
import type { Printed, PrintedHolding } from '../statement.ts';
import { closingBalance, hasKinds, openingBalance } from '../closingBalance.ts';
import { agreeingInProduct } from './agreeing.ts';
import { checkIsin } from './checkIsin.ts';
import type { Checks } from './checkResult.ts';
import { canBeUnits, priceSlack } from './rounding.ts';

/** A holding of a demat account against itself, and its transactions against the units held. */
export function checkHolding(holding: PrintedHolding, checks: Checks): void {
  const { isin, name, units, price, value, place, transactions, balances } = holding;
  checkIsin(holding, isin, checks);
  checks.expect(name !== '', 'holding-name', 'This holding has no name.', place);
  checks.expect(units !== null, 'holding-units', 'The units of this holding were not read.', place);
  const wasSold = transactions.length + balances.length > 0 && price === null;
  checks.expect(
    value !== null || wasSold,
    'holding-value',
    'The value of this holding was not read.',
    place,
  );
  if (units && price) {
    checks.expect(
      canBeUnits(units.value),
      'units-or-nav',
      'The units have more decimals than units have: their column may be mixed up with the price.',
      units,
    );
  }
  if (units && price && value) {
    const off = units.value.times(price.value).minus(value.value).abs();
    const slack = priceSlack(units.value, price.value);
    checks.expect(
      off.compare(slack) <= 0,
      'holding-value',
      'Units times price do not give the value of this holding.',
      value,
      agreeingInProduct({ units, price, amount: value, off, slack }),
    );
  }
  const isFromBalance = units !== null && units === closingBalance(holding);
  if (isFromBalance) checks.found.fillField(holding, 'units', 'last-balance');
  checkMovements(holding, checks);
  if (isAllThere(holding)) checks.found.confirmField(holding, 'transactions');
}

/** Whether no transaction can be missing: a row of its own says what was held before, and they lead from there to the units held. */
function isAllThere(holding: PrintedHolding): boolean {
  const { units, transactions } = holding;
  const opening = openingBalance(holding);
  if (!opening || !units || units === closingBalance(holding) || hasKinds(holding)) return false;
  const moved = transactions.flatMap(({ credit, debit }) => [
    credit?.value ?? Decimal.zero,
    debit?.value.abs().negated() ?? Decimal.zero,
  ]);
  return Decimal.sum([opening.value, ...moved]).equals(units.value);
}

/** Opening + credit - debit = closing, row by row, to the units held; rows that say a balance say what it is by then. */
function checkMovements({ transactions, balances, units }: PrintedHolding, checks: Checks): void {
  let last: Printed | null = null;
  let before: Decimal | null = null;
  const ended: (Printed | null)[] = [];
  const checkBalances = (rows: number): void => {
    for (const balance of balances.filter(({ after }) => after === rows)) {
      if (balance.startsKind) ended.push(last);
      else if (before) {
        checks.expect(
          balance.units.value.equals(before),
          'running-balance',
          'This row says another balance than the transactions above it lead to.',
          balance.units,
          [balance.units, last],
        );
      }
      last = balance.units;
      before = balance.units.value;
    }
  };
  checkBalances(0);
  for (const [index, { opening, credit, debit, balance, place }] of transactions.entries()) {
    const moved = (credit?.value.sign ?? 0) !== 0 || (debit?.value.sign ?? 0) !== 0;
    checks.expect(moved, 'no-movement', 'This transaction moves no units.', place);
    if (opening && before) {
      checks.expect(
        opening.value.equals(before),
        'running-balance',
        'The opening balance of this row is not the closing balance of the one before.',
        place,
        [opening, last],
      );
    }
    const from: Decimal | null = opening?.value ?? before;
    const after: Decimal | undefined = from
      ?.plus(credit?.value ?? Decimal.zero)
      .minus(debit?.value.abs() ?? Decimal.zero);
    if (after && balance) {
      checks.expect(
        after.equals(balance.value),
        'running-balance',
        'Opening balance, credit and debit do not give the closing balance of this row.',
        place,
        [opening ?? last, credit, debit, balance],
      );
    }
    last = balance;
    before = balance?.value ?? after ?? null;
    checkBalances(index + 1);
  }
  if (last && units && last !== units) {
    checks.expect(
      Decimal.sum([...ended, last].flatMap((each) => each?.value ?? [])).equals(units.value),
      'closing-balance',
      'The transactions do not lead to the units held.',
      units,
      [...ended, last, units],
    );
  }
}
