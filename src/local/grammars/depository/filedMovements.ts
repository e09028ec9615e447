import { Decimal } from '../../../portfolio/decimal.ts';
import { emptyScheme } from '../../emptyScheme.ts';
import type { Found } from '../../found.ts';
import type { Notes } from '../../notes.ts';
import type { Printed, PrintedFolio, PrintedScheme } from '../../statement.ts';
import { kindOf } from '../registrar/transactionRow.ts';
import { straightenSigns } from '../registrar/straightenSigns.ts';
import type { FolioDetails } from './folioDetails.ts';
import { emptyFolio } from './fundFolios.ts';
import type { FundMovements } from './fundMovementTable.ts';
import { takesUnsigned } from './fundTransaction.ts';

/** A name of fewer letters and digits can be part of another. */
const SHORTEST_NAME = 8;

/**
 * Files transactions under their folios; one of which nothing is held any more has only them. What is of no folio for certain is
 * warned of and left out.
 */
export function addFundMovements(
  folios: PrintedFolio[],
  movements: readonly FundMovements[],
  details: FolioDetails,
  notes: Notes,
): void {
  for (const movement of movements) {
    const { open, close, transactions, place } = movement;
    const scheme = schemeOf(folios, movement, details);
    if (!scheme) {
      notes.warn(
        'no-folio',
        'The folio or the ISIN of these fund transactions is not clear; they were left out.',
        place,
      );
      continue;
    }
    if (open && scheme.transactions.length > 0 && !goesOn(scheme, open)) {
      notes.warn(
        'running-balance',
        'The opening balance of these fund transactions is not where those before them end.',
        open,
      );
    }
    scheme.open ??= openingOf(movement, notes.found);
    if (close && scheme.close && !close.value.equals(scheme.close.value)) {
      notes.warn(
        'closing-balance',
        'The closing balance of these fund transactions is not what is held of this fund.',
        close,
      );
    }
    scheme.close ??= close ?? transactions.at(-1)?.balance ?? null;
    scheme.transactions.push(...transactions);
    straightenSigns(scheme, 'eitherWay', notes);
    straightenByClosing(scheme, notes);
  }
}

/** The one scheme that these transactions are of; null where it is not clear which. */
function schemeOf(
  folios: PrintedFolio[],
  movement: FundMovements,
  details: FolioDetails,
): PrintedScheme | null {
  const { isin, folio, folioIsOwn } = movement;
  const held = folios.flatMap(({ number, schemes }) =>
    schemes.map((scheme) => ({ number: number.replace(/\s/g, ''), scheme })),
  );
  const named = held.filter(
    ({ number, scheme }) =>
      (isin === null || scheme.isin === isin) && (folio === null || number === folio),
  );
  if (isin !== null && folio !== null && folioIsOwn) {
    if (named.length > 1)
      return onlyOf(
        named.map(({ scheme }) => scheme),
        movement,
      );
    return named[0]?.scheme ?? soldScheme(folios, isin, folio, movement, details);
  }
  if (isin !== null && folio !== null && named.length === 1) return named[0]?.scheme ?? null;
  if (isin === null && folio === null)
    return namedIn(
      movement,
      held.map(({ scheme }) => scheme),
    );
  // Either the ISIN or the folio is not printed above these rows: what is held must agree with them.
  const candidates = isin === null ? named : held.filter(({ scheme }) => scheme.isin === isin);
  return onlyOf(
    candidates.map(({ scheme }) => scheme),
    movement,
  );
}

/** The only scheme whose name is in the heading, and of which as much is held as these transactions lead to. */
function namedIn(movement: FundMovements, schemes: readonly PrintedScheme[]): PrintedScheme | null {
  if (!endOf(movement)) return null;
  const said = lettersOf(movement.said);
  const named = schemes.filter(({ name }) => {
    const letters = lettersOf(name);
    return letters.length >= SHORTEST_NAME && said.includes(letters);
  });
  return onlyOf(named, movement);
}

function lettersOf(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** The only scheme of which as much is held as these transactions lead to. */
function onlyOf(
  candidates: readonly PrintedScheme[],
  movement: FundMovements,
): PrintedScheme | null {
  const end = endOf(movement);
  const [only, ...others] = end
    ? candidates.filter(({ close }) => close?.value.equals(end) === true)
    : candidates;
  return others.length === 0 ? (only ?? null) : null;
}

/** The units that these transactions lead to, as printed or as they add up; null where that is not known. */
function endOf({ open, close, transactions }: FundMovements): Decimal | null {
  if (close) return close.value;
  const balance = transactions.findLast((row) => row.balance !== null)?.balance;
  if (balance) return balance.value;
  return open && Decimal.sum([open.value, ...transactions.map(movedBy)]);
}

function movedBy(row: FundMovements['transactions'][number]): Decimal {
  const units = row.units?.value ?? Decimal.zero;
  return takesUnsigned(row) ? units.negated() : units;
}

function goesOn({ open, transactions }: PrintedScheme, next: Printed): boolean {
  if (!open) return true;
  const moved = transactions.map(({ units }) => units?.value ?? Decimal.zero);
  return Decimal.sum([open.value, ...moved]).equals(next.value);
}

/** Turns the units that are printed without a sign where only that leads from the opening balance to the closing one. */
function straightenByClosing({ open, close, transactions }: PrintedScheme, notes: Notes): void {
  if (!open || !close) return;
  const printed = transactions.map(({ units }) => units?.value ?? Decimal.zero);
  if (Decimal.sum([open.value, ...printed]).equals(close.value)) return;
  if (!Decimal.sum([open.value, ...transactions.map(movedBy)]).equals(close.value)) return;
  for (const row of transactions.filter(takesUnsigned)) {
    const { units } = row;
    if (!units) continue;
    row.units = { ...units, value: units.value.negated() };
    Object.assign(row, kindOf(row.description, row.units));
    notes.found.fill(row.units, 'sign-by-balance');
    notes.keep('The sign of this row was turned: its balance says so.', row.place);
  }
}

/** The balance before the first of these transactions: printed, or worked out from the balance after it. */
function openingOf({ open, transactions }: FundMovements, found: Found): Printed | null {
  const [first] = transactions;
  if (open || !first?.balance) return open;
  const { balance } = first;
  const opening = { ...balance, value: balance.value.minus(movedBy(first)) };
  found.fill(opening, 'balance-after-first-row');
  return opening;
}

function soldScheme(
  folios: PrintedFolio[],
  isin: string,
  number: string,
  movement: FundMovements,
  details: FolioDetails,
): PrintedScheme {
  const { place } = movement;
  const detail = details.find(number, isin);
  const scheme: PrintedScheme = {
    ...emptyScheme(place),
    name: movement.scheme ?? detail?.scheme ?? '',
    rtaCode: detail?.schemeCode ?? null,
    isin,
    registrar: detail?.registrar ?? null,
    nominees: detail?.nominee ? [detail.nominee] : [],
  };
  const amc = movement.amc ?? detail?.amc ?? null;
  const known = folios.find((each) => each.number === number && each.amc === amc);
  const home = known ?? emptyFolio(number, amc, place);
  if (!known) folios.push(home);
  home.schemes.push(scheme);
  return scheme;
}
