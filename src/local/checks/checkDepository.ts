import { Decimal } from '../../portfolio/decimal.ts';
import type { DepositoryStatement } from '../grammars/depository/depository.ts';
import type { PrintedAccount, PrintedScheme } from '../statement.ts';
import { addsUp, withParts } from './addsUp.ts';
import { checkGainPercent } from './checkGainPercent.ts';
import { checkHolding } from './checkHolding.ts';
import { checkIdentifiers } from './checkIdentifiers.ts';
import { checkOverview } from './checkOverview.ts';
import { checkPension } from './checkPension.ts';
import { isNear } from './checkResult.ts';
import type { Checks } from './checkResult.ts';
import { PAISA } from './rounding.ts';
import { confirmTransactions } from './confirmTransactions.ts';
import { expectUsual } from './usual.ts';

/** Checks a depository's statement against itself: each holding, each account, the fund folios, the grand total. */
export function checkDepository(read: DepositoryStatement, checks: Checks): void {
  const { accounts, folios } = read.statement;
  for (const account of accounts) {
    for (const holding of account.holdings) checkHolding(holding, checks);
    checkAccount(account, checks);
    const { closingValue, listedValue } = account;
    const isFallback =
      !closingValue && listedValue && checks.found.ofFigure(listedValue) === 'read';
    if (isFallback) checks.found.fill(listedValue, 'list-of-accounts');
  }
  const schemes = folios.flatMap((folio) => folio.schemes);
  for (const scheme of schemes) checkFund(scheme, checks);
  checkGainPercent(schemes, checks);
  confirmTransactions(schemes, checks.found);
  for (const { printed, ofEither } of read.totals) {
    const parts = ofEither.find((each) => addsUp(each, printed));
    checks.expect(
      parts !== undefined,
      'table-total',
      'The holdings above do not add up to this total.',
      printed,
      parts && [...parts, printed],
    );
  }
  for (const pension of read.statement.pensions) checkPension(pension, read.roster, checks);
  checkTotals(read, checks);
  checkOverview(read, checks);
  checkIdentifiers(read, checks);
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
      withParts(values, closingValue),
    );
  }
  if (listedValue) {
    checks.expect(
      addsUp(values, listedValue),
      'account-value',
      'The holdings of this account do not add up to what the list of accounts says.',
      listedValue,
      withParts(values, listedValue),
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
function checkFund(scheme: PrintedScheme, checks: Checks): void {
  const { close, cost, gain, value, place, transactions } = scheme;
  const isFromBalance = close !== null && close === transactions.at(-1)?.balance;
  if (isFromBalance) checks.found.fillField(scheme, 'units', 'last-balance');
  checks.expect(close !== null, 'holding-units', 'The units of this fund were not read.', place);
  const isSold = transactions.length > 0 && close?.value.sign === 0;
  checks.expect(
    value !== null || isSold,
    'holding-value',
    'The value of this fund was not read.',
    place,
  );
  if (!cost || !gain || !value) return;
  checks.expect(
    isNear(cost.value.plus(gain.value), value.value, PAISA),
    'fund-gain',
    'Cost and gain do not give the value of this fund.',
    gain,
    [cost, gain, value],
  );
}

/** Totals are printed below each account, and below each section where one of them has its own. */
function checkTotals({ tables, statement }: DepositoryStatement, checks: Checks): void {
  const message = 'The total below these holdings is missing.';
  expectUsual(
    tables.map(({ place, hasSubTotal }) => ({ holds: hasSubTotal, place })),
    'no-total',
    message,
    checks,
    2,
  );
  const closed = statement.accounts.flatMap((account) => {
    const own = tables.filter((table) => table.account === account);
    const [first] = own;
    if (!first) return [];
    const hasAny = account.hasTotal || own.some(({ hasSubTotal }) => hasSubTotal);
    checks.expect(hasAny, 'no-total', message, first.place);
    return hasAny ? [{ holds: account.hasTotal, place: first.place }] : [];
  });
  expectUsual(closed, 'no-total', message, checks, 1);
}
