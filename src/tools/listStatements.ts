import * as z from 'zod/mini';
import { statementName } from '../portfolio/exports/whole.ts';
import { holdings } from '../portfolio/holdings.ts';
import type { Portfolio } from '../portfolio/model.ts';
import { uncountedLists } from '../portfolio/uncounted.ts';
import { costAndGain, portfolioValue } from '../portfolio/totals.ts';
import type { Figures } from './figures.ts';
import { pageArgument, pageOf } from './paging.ts';
import type { KnownStatement } from './statementLibrary.ts';
import { defineTool } from './tool.ts';

export const listStatements = defineTool({
  name: 'casparser_list_statements',
  title: 'List Parsed Statements',
  description:
    'Lists the Consolidated Account Statements (CAS: mutual funds, demat accounts, NPS and insurance in India) that the user has parsed, the latest first: kind, period, total value and gain in INR. The ids are what the other casparser tools take.',
  args: z.strictObject({ page: pageArgument }),
  async find({ page }, { library, figures }) {
    const { statements: all, leftOut } = await library.read();
    const { rows, ...of } = pageOf(all, page, (statement) => row(statement, figures));
    const result = { statements: rows, ...of, ...tooLarge(leftOut) };
    return { result, about: all.map(({ portfolio }) => portfolio) };
  },
});

/** A model that is told of some statements has to know that there are more. */
function tooLarge(leftOut: number): { notRead?: string } {
  return leftOut === 0 ? {} : { notRead: `${leftOut} more, too large to be read here` };
}

/** A model that is told a total has to know what is not in it. */
function notCounted(portfolio: Portfolio): { notCounted?: string } {
  const lists = uncountedLists(portfolio);
  const entries = lists.reduce((sum, list) => sum + list.entries, 0);
  const why = lists.some(({ maybeCounted }) => maybeCounted) ? ', or that may be listed twice' : '';
  return entries === 0
    ? {}
    : { notCounted: `${entries} entries of kinds that are not known${why}` };
}

function row({ id, file, sample, portfolio }: KnownStatement, figures: Figures) {
  const all = holdings(portfolio);
  const paid = costAndGain(all);
  return {
    statement: id,
    ...(figures.named && file !== null && { file }),
    kind: statementName(portfolio),
    from: figures.name(portfolio.statement.from),
    to: figures.name(portfolio.statement.to),
    investor: figures.personal(portfolio.investor.name),
    value: figures.rupees(portfolioValue(portfolio)?.value),
    cost: figures.rupees(paid.cost),
    gain: figures.rupees(paid.gain),
    gainPercent: figures.percent(paid.gainPercent),
    holdings: all.length,
    ...notCounted(portfolio),
    transactions: all.reduce((sum, { transactions }) => sum + transactions.length, 0),
    ...(sample && { note: 'Sample data of the sandbox: nobody’s statement.' }),
  };
}
