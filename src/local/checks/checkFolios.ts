import { Decimal } from '../../portfolio/decimal.ts';
import type { Printed, PrintedFolio, PrintedScheme, PrintedTransaction } from '../statement.ts';
import { agreeingInProduct, isOnlyRoundSum } from './agreeing.ts';
import { inBalanceOrder } from './balanceOrder.ts';
import { checkIsin } from './checkIsin.ts';
import type { Checks } from './checkResult.ts';
import { canBeUnits, priceSlack, productSlack } from './rounding.ts';

/** Registrars print amounts that go out as negative, like their units; depositories need not. */
type Signs = 'both' | 'units';

/** Checks every scheme of every folio against itself. */
export function checkFolios(folios: readonly PrintedFolio[], signs: Signs, checks: Checks): void {
  const schemes = folios.flatMap((folio) => folio.schemes);
  const columnsAreTold = schemes.some(({ nav }) => nav !== null && !canBeUnits(nav.value));
  for (const scheme of schemes) {
    checkIdentity(scheme, checks);
    checkBalances(scheme, checks);
    checkAmounts(scheme, signs, checks);
    checkValue(scheme, columnsAreTold, checks);
  }
}

function checkIdentity(scheme: PrintedScheme, checks: Checks): void {
  const { isin, name, place } = scheme;
  checkIsin(scheme, isin, checks);
  checks.expect(name !== '', 'scheme-name', 'This scheme has no name.', place);
}

/** Balance before + units = balance printed, from row to row in the order of the balances, and to the closing balance. */
function checkBalances(scheme: PrintedScheme, checks: Checks): void {
  let balance = scheme.open?.value ?? null;
  let last = scheme.open;
  let moved: Printed[] = [];
  // Depositories print fund transactions with balances or without.
  const hasBalances = scheme.transactions.some((transaction) => transaction.balance !== null);
  for (const { units, balance: printed, place } of inBalanceOrder(scheme)) {
    const after = balance && units ? balance.plus(units.value) : balance;
    if (units) moved.push(units);
    if (printed && after) {
      checks.expect(
        printed.value.equals(after),
        'running-balance',
        'The balance before this row and its units do not give the balance printed.',
        place,
        // A balance that was worked out from this one proves nothing.
        checks.found.isFilled(last) ? [] : [last, ...moved, printed],
      );
    } else if (units && !printed && hasBalances) {
      checks.expect(false, 'running-balance', 'This row has units but no balance.', place);
    }
    balance = printed?.value ?? after;
    if (printed) [last, moved] = [printed, []];
  }
  if (!scheme.close || !balance) return;
  checks.expect(
    scheme.close.value.equals(balance),
    'closing-balance',
    'The transactions do not lead from the opening to the closing balance.',
    scheme.close,
    last === scheme.close || checks.found.isFilled(last) ? [] : [last, ...moved, scheme.close],
  );
}

/** Units x NAV = amount, for rows with all three. What was paid with the row (stamp duty, STT, TDS) may be in it or not. */
function checkAmounts(scheme: PrintedScheme, signs: Signs, checks: Checks): void {
  scheme.transactions.forEach((transaction, index) => {
    const { amount, units, nav, navIsDerived, place } = transaction;
    if (!amount || !units || !nav || navIsDerived) return;
    if (amount.value.sign === 0 || units.value.sign === 0) return;
    const product = units.value.times(nav.value).abs();
    const own = transaction.stampDuty?.value.abs() ?? Decimal.zero;
    const paid = Decimal.sum([own, ...taxesAfter(scheme.transactions, index)]);
    const slack = productSlack(units.value, nav.value);
    const printed = amount.value.abs();
    const off = [printed, printed.plus(paid), printed.minus(paid)]
      .map((each) => each.minus(product).abs())
      .reduce((least, each) => (each.compare(least) < 0 ? each : least));
    // Duty is taken of what is paid before units are bought for the rest; nothing round is left of a sale and its taxes.
    const paidIn = units.value.sign > 0 ? [printed, printed.plus(paid)] : [printed];
    const isRound = paidIn.some((sum) => isOnlyRoundSum(sum, off.plus(slack)));
    checks.expect(
      off.compare(slack) <= 0 && (amount.value.sign === units.value.sign || signs === 'units'),
      'row-amount',
      'Units times price do not give the amount of this row.',
      place,
      [...agreeingInProduct({ units, price: nav, amount, off, slack }), isRound ? amount : null],
    );
  });
}

const TAXES = new Set(['STAMP_DUTY_TAX', 'STT_TAX', 'TDS_TAX']);

function taxesAfter(transactions: readonly PrintedTransaction[], index: number): Decimal[] {
  const taxes: Decimal[] = [];
  for (const { type, amount } of transactions.slice(index + 1, index + 5)) {
    if (!TAXES.has(type)) break;
    if (amount) taxes.push(amount.value.abs());
  }
  return taxes;
}

/**
 * Closing units x NAV = market value.
 * @param columnsAreTold whether the statement prints a NAV with more decimals than units have: otherwise the product is the same with
 * the two mixed up, and confirms neither
 */
function checkValue(
  { close, nav, value, transactions }: PrintedScheme,
  columnsAreTold: boolean,
  checks: Checks,
): void {
  if (close && close.value.sign !== 0) {
    checks.expect(
      nav !== null && value !== null,
      'nav-or-value',
      'The NAV or the value of this scheme was not read.',
      close,
    );
  }
  if (!close || !nav || !value) return;
  if (transactions.length === 0) {
    // Nothing but the decimals tells units and NAV apart where no transactions lead to the balance.
    checks.expect(
      nav.value.scale >= close.value.scale || canBeUnits(close.value),
      'units-or-nav',
      'The units have more decimals than the NAV: their columns may be mixed up.',
      close,
    );
  }
  const off = close.value.times(nav.value).minus(value.value).abs();
  const slack = priceSlack(close.value, nav.value);
  checks.expect(
    off.compare(slack) <= 0,
    'market-value',
    'Units times NAV do not give the value printed.',
    value,
    agreeingInProduct({ units: close, price: nav, amount: value, off, slack }).filter(
      (figure) => figure === value || columnsAreTold,
    ),
  );
}
