import * as z from 'zod/mini';
import { comparePortfolios } from '../portfolio/compare/comparePortfolios.ts';
import type { PositionChange } from '../portfolio/compare/positionChange.ts';
import { Decimal } from '../portfolio/decimal.ts';
import { statementArgument } from './arguments.ts';
import type { Figures } from './figures.ts';
import { pageArgument, pageOf } from './paging.ts';
import { statementOf } from './statementLibrary.ts';
import { defineTool } from './tool.ts';

export const compare = defineTool({
  name: 'casparser_compare',
  title: 'Compare Two Statements',
  description:
    'Compares two parsed statements, in any order: why the total changed (money moved in or out, and what the market did, INR), and which holdings were added, removed or changed, the largest change first. Read `warnings` before drawing conclusions.',
  args: z.strictObject({
    statement: statementArgument,
    other: statementArgument,
    page: pageArgument,
  }),
  async find({ statement, other, page }, { library, figures }) {
    const one = await statementOf(library, statement);
    const two = await statementOf(library, other);
    const { earlier, later, warnings, totals, changes } = comparePortfolios(
      one.portfolio,
      two.portfolio,
    );
    const changed = changes
      .filter(({ status }) => status !== 'unchanged')
      .sort((a, b) => sizeOf(b).compare(sizeOf(a)));
    const { rows, ...of } = pageOf(changed, page, (change) => row(change, figures));
    const result = {
      earlier: figures.name(earlier.statement.to),
      later: figures.name(later.statement.to),
      warnings,
      valueEarlier: figures.rupees(totals.earlier?.value),
      valueLater: figures.rupees(totals.later?.value),
      change: figures.rupees(totals.change),
      moneyIn: figures.rupees(totals.money),
      market: figures.rupees(totals.market),
      neitherKnown: figures.rupees(totals.notKnown),
      unchanged: changes.length - changed.length,
      changes: rows,
      ...of,
    };
    return { result, about: [earlier, later] };
  },
});

function sizeOf({ value }: PositionChange): Decimal {
  return value.change?.abs() ?? Decimal.zero;
}

function row({ position, status, units, value, split }: PositionChange, figures: Figures) {
  const { name, isin, kind } = position.later ?? position.earlier;
  return {
    name: figures.name(name),
    isin: figures.name(isin),
    class: kind,
    status,
    unitsEarlier: figures.units(units.earlier),
    unitsLater: figures.units(units.later),
    valueEarlier: figures.rupees(value.earlier),
    valueLater: figures.rupees(value.later),
    change: figures.rupees(value.change),
    ...(split !== null &&
      (split.basis === 'not-known'
        ? { notKnownBecause: split.because }
        : { moneyIn: figures.rupees(split.money), market: figures.rupees(split.market) })),
  };
}
