import { isoDay } from '../../days.ts';
import { Decimal } from '../../decimal.ts';
import { accountsOf } from './accountsOf.ts';
import type { Commodity, Entry, Journal, MoneyPosting, Remark, UnitsPosting } from './journal.ts';
import { rupees } from './rupees.ts';

/** The accounts of schemes, as both tools take them for a query. */
export const HELD = 'Assets:MutualFunds';

/** Where hledger and Ledger differ. */
export interface LedgerSyntax {
  /** For the top of the file. */
  readonly notes: readonly string[];
  readonly directives: readonly string[];
  readonly commodity: (commodity: Commodity) => string;
}

/**
 * A journal in the syntax that hledger and Ledger share. They are told of no lots but of what these cost, as they come and as they
 * go: the cost of what is left is then what `-B` reports. Where lots cannot be told, sales are posted at what they brought in.
 */
export function ledgerText(
  journal: Journal,
  { notes, directives, commodity }: LedgerSyntax,
): string {
  const lines = [
    ...journal.notes.map((note) => `; ${note}`),
    ...notes.map((note) => `; ${note}`),
    '',
    ...directives,
    ...journal.commodities.map(commodity),
    ...accountsOf(journal).map((account) => `account ${account}`),
    '',
    ...journal.items.map(item),
  ];
  for (const { day, holding, units } of journal.closings) {
    const { account } = holding;
    const symbol = quoted(holding.symbol);
    lines.push(`${isoDay(day)} * Closing units`);
    lines.push(`    ${account}  0 ${symbol} = ${units.toString()} ${symbol}\n`);
  }
  for (const { day, symbol, price, estimate } of journal.prices) {
    if (estimate) lines.push('; estimate: value divided by units');
    // The end of the day: Ledger takes what units cost on that day for a price, too.
    lines.push(`P ${isoDay(day)} 23:59:59 ${quoted(symbol)} ${price.toString()} INR`);
  }
  return `${lines.join('\n')}\n`;
}

/** A commodity whose name has digits has to be quoted. */
export function quoted(symbol: string): string {
  return `"${symbol}"`;
}

function item(item: Entry | Remark): string {
  const { day } = item;
  if (item.of === 'remark') return `; ${day === null ? '' : `${isoDay(day)} `}${item.text}\n`;
  const lines = [
    `${isoDay(item.day)} * ${item.payee} | ${item.narration}`,
    ...(item.note === null ? [] : [`    ; ${item.note}`]),
    ...postings(item).map((posting) => `    ${posting}`),
    '',
  ];
  return lines.join('\n');
}

function postings({ postings, through }: Entry): string[] {
  const units = postings.filter((posting) => posting.of === 'units');
  const money = postings.filter((posting) => posting.of === 'money');
  return [
    ...[...Map.groupBy(units, groupOf).values()].map(unitsText),
    ...(through ? passing(through) : []),
    ...money.map(moneyText),
  ];
}

function passing({ account, amount }: NonNullable<Entry['through']>): string[] {
  return [amount, amount.negated()].map((each) => `${account}  ${rupees(each)}`);
}

/** Lots that come or go together are one posting, at what they cost together. */
function groupOf(posting: UnitsPosting): string | UnitsPosting {
  const { account, units, worth } = posting;
  return worth?.of === 'cost' ? `${account} ${units.sign}` : posting;
}

function unitsText(same: readonly UnitsPosting[]): string {
  const [first] = same;
  if (!first) return '';
  const units = Decimal.sum(same.map((posting) => posting.units));
  const held = `${first.account}  ${units.toString()} ${quoted(first.symbol)}`;
  if (!first.worth) return held;
  return `${held} @@ ${rupees(Decimal.sum(same.flatMap(({ worth }) => worth?.total ?? [])))}`;
}

function moneyText({ account, amount }: MoneyPosting): string {
  return `${account}  ${rupees(amount)}`;
}
