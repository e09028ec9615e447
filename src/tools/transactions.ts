import * as z from 'zod/mini';
import type { Transaction } from '../portfolio/model.ts';
import { positions } from '../portfolio/positions.ts';
import type { Position } from '../portfolio/positions.ts';
import { signedAmount, signedUnits, transactionLabel } from '../portfolio/transactionType.ts';
import { dayArgument, queryArgument, statementArgument } from './arguments.ts';
import type { Figures } from './figures.ts';
import { findPositions } from './findPositions.ts';
import { pageArgument, pageOf } from './paging.ts';
import { statementOf } from './statementLibrary.ts';
import { ToolError } from './toolError.ts';
import { defineTool } from './tool.ts';

export const transactions = defineTool({
  name: 'casparser_transactions',
  title: 'Transactions of a Statement',
  description:
    'Lists transactions of a parsed statement, the latest first: purchases, SIPs, redemptions, switches, dividends (IDCW), with units and amounts in INR, negative where they left the holding. A summary statement has none. Filter by holding, text and days rather than reading many pages.',
  args: z.strictObject({
    statement: statementArgument,
    holding: z.optional(
      z
        .string()
        .check(z.maxLength(200), z.describe('The `holding` of a row of casparser_holdings.')),
    ),
    query: queryArgument,
    from: dayArgument('First day, YYYY-MM-DD.'),
    to: dayArgument('Last day, YYYY-MM-DD.'),
    page: pageArgument,
  }),
  async find({ statement, holding, query, from, to, page }, { library, figures }) {
    const { portfolio } = await statementOf(library, statement);
    const rows = searched(positions(portfolio), holding, query)
      .flatMap((position) =>
        position.transactions.map((transaction) => ({
          position,
          transaction,
          date: transaction.date ?? '',
        })),
      )
      .filter(({ date }) => (!from || date >= from) && (!to || (date !== '' && date <= to)))
      .sort((one, other) => other.date.localeCompare(one.date));
    const { rows: shown, ...of } = pageOf(rows, page, ({ position, transaction }) =>
      row(position, transaction, figures),
    );
    return { result: { transactions: shown, ...of }, about: [portfolio] };
  },
});

function searched(
  all: readonly Position[],
  holding: string | undefined,
  query: string | undefined,
): Position[] {
  const found = findPositions(all, query);
  if (holding === undefined) return found;
  const one = found.filter(({ key }) => key === holding);
  if (one.length === 0)
    throw new ToolError(
      'There is no such holding. Use the `holding` of a row of casparser_holdings of the same statement.',
    );
  return one;
}

/** The narration stays out: it may name a person. */
function row({ key, name }: Position, transaction: Transaction, figures: Figures) {
  return {
    date: figures.name(transaction.date),
    holding: key,
    name: figures.name(name),
    type: transactionLabel(transaction.type),
    units: figures.units(signedUnits(transaction)),
    price: figures.nav(transaction.nav ?? transaction.price),
    amount: figures.rupees(signedAmount(transaction)),
    balance: figures.units(transaction.balance),
  };
}
