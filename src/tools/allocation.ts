import * as z from 'zod/mini';
import { allocate } from '../portfolio/allocation.ts';
import type { Slice } from '../portfolio/allocation.ts';
import { positions } from '../portfolio/positions.ts';
import type { Position } from '../portfolio/positions.ts';
import { statementArgument } from './arguments.ts';
import type { Figures } from './figures.ts';
import { pageArgument, pageOf } from './paging.ts';
import { statementOf } from './statementLibrary.ts';
import { defineTool } from './tool.ts';

const WAYS = ['class', 'issuer', 'account', 'isin'] as const;
type Way = (typeof WAYS)[number];

export const allocation = defineTool({
  name: 'casparser_allocation',
  title: 'Allocation of a Statement',
  description:
    'Tells where the value of a parsed statement is: INR and percent by asset class, issuer (AMC), account or ISIN, the largest first. Holdings without a value are in no part.',
  args: z.strictObject({
    statement: statementArgument,
    by: z.optional(z.enum(WAYS).check(z.describe('What tells the parts apart. Default: class.'))),
    page: pageArgument,
  }),
  async find({ statement, by = 'class', page }, { library, figures }) {
    const { portfolio } = await statementOf(library, statement);
    const { slices, total, withoutValue } = allocate(positions(portfolio), (position) =>
      keyOf(position, by),
    );
    const { rows, ...of } = pageOf(slices, page, (slice) => row(slice, by, figures));
    return {
      result: { value: figures.rupees(total), withoutValue, parts: rows, ...of },
      about: [portfolio],
    };
  },
});

function keyOf({ kind, issuer, account, isin, key }: Position, by: Way): string {
  switch (by) {
    case 'class':
      return kind;
    case 'issuer':
      return (issuer ?? '').trim().toLowerCase();
    case 'account':
      return account.key;
    case 'isin':
      return isin ?? key;
  }
}

function row({ first, value, percent, count }: Slice, by: Way, figures: Figures) {
  return {
    part: nameOf(first, by, figures),
    ...(by === 'account' && { accountNumber: figures.personal(first.account.number) }),
    ...(by === 'isin' && { isin: figures.name(first.isin) }),
    value: figures.rupees(value),
    percent: figures.percent(percent),
    holdings: count,
  };
}

function nameOf({ kind, issuer, account, name }: Position, by: Way, figures: Figures) {
  switch (by) {
    case 'class':
      return kind;
    case 'issuer':
      return figures.name(issuer);
    case 'account':
      return figures.name(account.name);
    case 'isin':
      return figures.name(name);
  }
}
