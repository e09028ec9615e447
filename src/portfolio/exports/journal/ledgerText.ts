import { isoDay } from '../../days.ts';
import type { Decimal } from '../../decimal.ts';
import type { Commodity, Entry, Journal, Remark } from './journal.ts';
import { accountsOf } from './accountsOf.ts';
import { rupees } from './rupees.ts';

/** Where hledger and Ledger differ. */
export interface LedgerSyntax {
  readonly directives: readonly string[];
  readonly commodity: (commodity: Commodity) => string;
}

/**
 * A journal in the syntax that hledger and Ledger share. They are not told of lots: a purchase is posted at what it cost and a sale
 * at what it brought in, so that every entry balances, and gains are left to their reports.
 */
export function ledgerText(journal: Journal, { directives, commodity }: LedgerSyntax): string {
  const lines = [
    ...journal.notes.map((note) => `; ${note}`),
    '; Sales are posted at what they brought in: realised gains are not worked out here.',
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
    lines.push(`P ${isoDay(day)} ${quoted(symbol)} ${price.toString()} INR`);
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

function postings({ holding: { account, symbol }, move }: Entry): string[] {
  const held = (units: Decimal) => `${account}  ${units.toString()} ${quoted(symbol)}`;
  switch (move.of) {
    case 'bought':
      return [
        `${held(move.units)} @@ ${rupees(move.amount)}`,
        `${move.from}  ${rupees(move.amount.negated())}`,
      ];
    case 'sold':
      return [
        `${held(move.units.negated())} @@ ${rupees(move.amount)}`,
        `${move.into}  ${rupees(move.amount)}`,
      ];
    case 'unvalued':
      return [
        held(move.units),
        `${move.from}  ${move.units.negated().toString()} ${quoted(symbol)}`,
      ];
    case 'money':
      return [
        `${move.into}  ${rupees(move.amount)}`,
        `${move.from}  ${rupees(move.amount.negated())}`,
      ];
  }
}
