import { Decimal } from '../../../../src/portfolio/decimal.ts';
import type { AccountingTool } from './accountingTool.ts';
import { askTool } from './accountingTool.ts';
import { BookFigures } from './bookFigures.ts';

type Format = AccountingTool['format'];

/** What the reports of a tool say of journals of its format that have no scheme or folio in common. */
export function reportedFigures(format: Format, journals: readonly string[]): BookFigures {
  return REPORTS[format](inOneJournal(format, journals));
}

/** Journals as one file, for one run of a tool. */
export function inOneJournal(format: Format, journals: readonly string[]): string {
  return format === 'beancount' ? inOneBeancount(journals) : journals.join('\n');
}

const REPORTS: Readonly<Record<Format, (journal: string) => BookFigures>> = {
  hledger: hledgerFigures,
  ledger: ledgerFigures,
  beancount: beancountFigures,
};

const HELD = ['^Assets:MutualFunds', '^Assets:NPS', '^Assets:Demat'];
const MONEY = ['^Assets:Bank', '^Assets:Switches', '^Income:CapitalGains'];

function hledgerFigures(journal: string): BookFigures {
  const figures = new BookFigures();
  const ask = (...args: string[]) => askTool('hledger', journal, (file) => ['-f', file, ...args]);
  addBalances(figures, (...options) => ask('bal', '--flat', '-N', ...options, ...HELD));
  const rows = ask('reg', '-O', 'csv', ...MONEY)
    .trim()
    .split('\n')
    .slice(1);
  for (const row of rows) {
    const [, date = '', , description = '', account = '', amount = ''] = cellsOf(row);
    figures.addPosting(account, schemeOf(description), date, inRupees(amount));
  }
  return figures;
}

function ledgerFigures(journal: string): BookFigures {
  const figures = new BookFigures();
  const ask = (...args: string[]) =>
    askTool('ledger', journal, (file) => ['--args-only', '-f', file, ...args]);
  addBalances(figures, (...options) => ask('bal', '--flat', '--no-total', ...options, ...HELD));
  const format = '%(format_date(date, "%Y-%m-%d"))\t%(account)\t%(amount)\t%(payee)\n';
  for (const row of ask('reg', '--format', format, ...MONEY)
    .trim()
    .split('\n')) {
    const [date = '', account = '', amount = '', payee = ''] = row.split('\t');
    figures.addPosting(account, schemeOf(payee), date, inRupees(amount));
  }
  return figures;
}

function beancountFigures(journal: string): BookFigures {
  const figures = new BookFigures();
  const ask = (query: string, ...options: string[]) =>
    askTool('bean-query', journal, (file) => ['-q', '-f', 'csv', ...options, file, query])
      .trim()
      .split('\n')
      .slice(1)
      .map(cellsOf);
  const held = ask(
    `SELECT account, units(sum(position)), cost(sum(position)) WHERE account ~ '${HELD.join('|')}' GROUP BY 1`,
  );
  for (const [account = '', units = '', cost = ''] of held) {
    const name = account.trim();
    for (const [commodity, amount] of amountsIn(units))
      figures.units.add(`${name} ${commodity}`, amount);
    for (const [commodity, amount] of amountsIn(cost))
      figures.cost.add(`${name} ${commodity}`, amount);
  }
  // As plain numbers, because bean-query cuts amounts off where it should round them.
  const worth = ask(
    `SELECT account, convert(sum(position), 'INR') WHERE account ~ '${HELD.join('|')}' GROUP BY 1`,
    '-m',
  );
  for (const [account = '', value = ''] of worth)
    figures.value.add(account.trim(), inRupees(value));
  for (const [date = '', account = '', payee = '', amount = ''] of ask(
    `SELECT date, account, payee, position WHERE account ~ '${MONEY.join('|')}'`,
  ))
    figures.addPosting(account.trim(), payee.trim(), date, inRupees(amount));
  return figures;
}

/** hledger and Ledger print alike: amounts one below the other, the account beside the last one. */
function addBalances(figures: BookFigures, balance: (...options: string[]) => string): void {
  for (const [account, commodity, amount] of balances(balance()))
    figures.units.add(`${account} ${commodity}`, amount);
  for (const [account, commodity, amount] of balances(balance('-B')))
    figures.cost.add(`${account} ${commodity}`, amount);
  for (const [account, commodity, amount] of balances(balance('-V')))
    if (commodity === 'INR') figures.value.add(account, amount);
}

function balances(report: string): [string, string, Decimal][] {
  const found: [string, string, Decimal][] = [];
  let waiting: [string, Decimal][] = [];
  for (const line of report.split('\n')) {
    const [, amount = '', account] =
      /^\s*(-?[\d.]+ (?:"[^"]+"|\S+))(?:\s+(\S+))?$/.exec(line) ?? [];
    waiting.push(...amountsIn(amount));
    if (account === undefined) continue;
    found.push(...waiting.map(([of, each]): [string, string, Decimal] => [account, of, each]));
    waiting = [];
  }
  return found;
}

function amountsIn(text: string): [string, Decimal][] {
  return [...text.matchAll(/(-?[\d.]+)\s+"?([A-Z][A-Z0-9-]*)"?/g)].map(
    ([, number = '', commodity = '']): [string, Decimal] => [commodity, numeral(number)],
  );
}

function inRupees(text: string): Decimal {
  const [, number = '0'] = /^\s*(-?[\d.]+)(?:\s+INR)?\s*$/.exec(text) ?? [];
  return numeral(number);
}

function numeral(text: string): Decimal {
  const number = Decimal.parse(text);
  if (!number) throw new RangeError(`${text} is no number`);
  return number;
}

function schemeOf(description: string): string {
  return (description.split(' | ')[0] ?? '').trim();
}

/** None of the cells has a quote or a line break in it. */
function cellsOf(row: string): string[] {
  return [...row.matchAll(/(?:^|,)(?:"([^"]*(?:""[^"]*)*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
}

/** A file has its options once and opens each account once. */
function inOneBeancount(journals: readonly string[]): string {
  const lines = new Set<string>();
  const bodies = journals.map((journal) =>
    journal.replace(/^(?:option .*|\S+ open (\S+))\n/gm, (line, account: string | undefined) => {
      lines.add(account === undefined ? line : `1900-01-01 open ${account}\n`);
      return '';
    }),
  );
  return [...lines, ...bodies].join('');
}
