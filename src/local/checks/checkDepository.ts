import { Decimal } from '../../portfolio/decimal.ts';
import type { DepositoryStatement } from '../grammars/depository/depository.ts';
import type { Printed, PrintedAccount, PrintedHolding, PrintedScheme } from '../statement.ts';
import { isinIsValid } from '../text/isin.ts';
import { addsUp } from './addsUp.ts';
import { isNear } from './checkResult.ts';
import type { Checks } from './checkResult.ts';
import { canBeUnits, PAISA, priceSlack } from './rounding.ts';

/** Checks a depository's statement against itself: each holding, each account, the fund folios, the grand total. */
export function checkDepository(read: DepositoryStatement, checks: Checks): void {
  const { accounts, folios } = read.statement;
  for (const account of accounts) {
    for (const holding of account.holdings) checkHolding(holding, checks);
    checkAccount(account, checks);
  }
  for (const scheme of folios.flatMap(({ schemes }) => schemes)) checkFund(scheme, checks);
  for (const { printed, ofEither } of read.totals) {
    checks.expect(
      ofEither.some((parts) => addsUp(parts, printed)),
      'table-total',
      'The holdings above do not add up to this total.',
      printed,
    );
  }
  checkRoster(read, checks);
  checkComposition(read, checks);
}

function checkHolding(holding: PrintedHolding, checks: Checks): void {
  const { isin, name, units, price, value, place, transactions } = holding;
  checks.expect(
    isinIsValid(isin),
    'isin-check-digit',
    'The check digit of this ISIN is wrong.',
    place,
  );
  checks.expect(name !== '', 'holding-name', 'This holding has no name.', place);
  checks.expect(units !== null, 'holding-units', 'The units of this holding were not read.', place);
  const wasSold = transactions.length > 0 && price === null;
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
    checks.expect(
      isNear(units.value.times(price.value), value.value, priceSlack(units.value, price.value)),
      'holding-value',
      'Units times price do not give the value of this holding.',
      value,
    );
  }
  checkMovements(holding, checks);
}

/** Opening + credit - debit = closing, row by row, to the units held. */
function checkMovements({ transactions, units }: PrintedHolding, checks: Checks): void {
  let before: Decimal | null = null;
  for (const { opening, credit, debit, balance, place } of transactions) {
    const moved = (credit?.value.sign ?? 0) !== 0 || (debit?.value.sign ?? 0) !== 0;
    checks.expect(moved, 'no-movement', 'This transaction moves no units.', place);
    const from: Decimal | null = opening?.value ?? before;
    if (opening && before) {
      checks.expect(
        opening.value.equals(before),
        'running-balance',
        'The opening balance of this row is not the closing balance of the one before.',
        place,
      );
    }
    const after: Decimal | undefined = from
      ?.plus(credit?.value ?? Decimal.zero)
      .minus(debit?.value.abs() ?? Decimal.zero);
    if (after && balance) {
      checks.expect(
        after.equals(balance.value),
        'running-balance',
        'Opening balance, credit and debit do not give the closing balance of this row.',
        place,
      );
    }
    before = balance?.value ?? after ?? null;
  }
  const last = transactions.at(-1);
  if (last?.balance && units) {
    checks.expect(
      last.balance.value.equals(units.value),
      'closing-balance',
      'The transactions do not lead to the units held.',
      units,
    );
  }
}

function checkAccount(account: PrintedAccount, checks: Checks): void {
  const held = account.holdings.filter(({ value }) => value !== null);
  const values = held.map(({ value }) => value);
  const { closingValue, listedValue, listedCount } = account;
  if (closingValue) {
    checks.expect(
      addsUp(values, closingValue),
      'account-value',
      'The holdings of this account do not add up to its value.',
      closingValue,
    );
  }
  if (listedValue) {
    checks.expect(
      addsUp(values, listedValue),
      'account-value',
      'The holdings of this account do not add up to what the list of accounts says.',
      listedValue,
    );
  }
  if (listedCount) {
    checks.expect(
      listedCount.value.equals(Decimal.fromInteger(held.length)),
      'account-count',
      'This account has not as many holdings as the list of accounts says.',
      listedCount,
    );
  }
}

/** Cost + gain = value; the units must be there. Units x NAV is checked with all folios. */
function checkFund(
  { close, cost, gain, gainPercent, value, place }: PrintedScheme,
  checks: Checks,
): void {
  checks.expect(close !== null, 'holding-units', 'The units of this fund were not read.', place);
  checks.expect(value !== null, 'holding-value', 'The value of this fund was not read.', place);
  if (!cost || !gain || !value) return;
  checks.expect(
    isNear(cost.value.plus(gain.value), value.value, PAISA),
    'fund-gain',
    'Cost and gain do not give the value of this fund.',
    gain,
  );
  if (gainPercent && cost.value.sign > 0 && gainPercent.value.scale >= 2) {
    // Only statements that print the plain return can be checked; an annualised one is another number.
    return;
  }
}

function checkRoster({ roster, statement }: DepositoryStatement, checks: Checks): void {
  if (!roster) {
    checks.expect(false, 'no-account-list', 'The list of accounts was not found.', {
      page: 1,
      row: 1,
    });
    return;
  }
  const funds = roster.rows.filter(({ what }) => what === 'funds');
  const schemes = statement.folios.flatMap((folio) => folio.schemes);
  const fundValues = schemes.map(({ value }) => value);
  const listed = sumOf(funds.map(({ value }) => value));
  const [first] = funds;
  if (first && listed) {
    checks.expect(
      addsUp(fundValues, { value: listed, ...first.place }),
      'funds-value',
      'The fund folios do not add up to what the list of accounts says.',
      first.place,
    );
    const count = sumOf(funds.map(({ count }) => count));
    if (count) {
      checks.expect(
        count.equals(Decimal.fromInteger(schemes.length)),
        'funds-count',
        'There are not as many fund schemes as the list of accounts says.',
        first.place,
      );
    }
  } else if (schemes[0]) {
    checks.expect(
      false,
      'funds-value',
      'The list of accounts names no fund folios.',
      schemes[0].place,
    );
  }
  if (roster.grandTotal) {
    checks.expect(
      addsUp(
        roster.rows.map(({ value }) => value),
        roster.grandTotal,
      ),
      'grand-total',
      'The accounts do not add up to the grand total.',
      roster.grandTotal,
    );
  } else {
    checks.expect(
      false,
      'grand-total',
      'The list of accounts has no grand total.',
      roster.rows[0]?.place ?? { page: 1, row: 1 },
    );
  }
}

function checkComposition(
  { composition, sections, roster }: DepositoryStatement,
  checks: Checks,
): void {
  if (!composition) return;
  for (const { code, value } of composition.rows) {
    if (code === null || !sections.has(code)) continue;
    checks.expect(
      addsUp(sections.get(code) ?? [], value),
      'composition',
      'The holdings of this kind do not add up to the composition table.',
      value,
    );
  }
  const total = composition.total ?? roster?.grandTotal;
  if (!total) return;
  checks.expect(
    addsUp(
      composition.rows.map(({ value }) => value),
      total,
    ),
    'composition',
    'The composition table does not add up to its total.',
    total,
  );
}

function sumOf(values: readonly (Printed | null)[]): Decimal | null {
  const printed = values.flatMap((value) => (value ? [value.value] : []));
  return printed.length > 0 ? Decimal.sum(printed) : null;
}
