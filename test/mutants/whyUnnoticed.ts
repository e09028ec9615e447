import type { Mutation } from '../fixtures/statementsGenerator/mutations/mutation.ts';

/** What the class of a change is called, and why a statement can say nothing against it. */
export function whyUnnoticed(mutation: Mutation): string {
  switch (mutation.kind) {
    case 'deleteRow':
      return `deleted ${whichRow(mutation)}`;
    case 'changeDigit':
      return `digit of ${mutation.figure} in ${mutation.row}: ${whyDigit(mutation)}`;
    case 'dropPage':
      return `dropped page with ${[...new Set(mutation.rows)].join(', ')}`;
    case 'swapColumns':
      return `swapped ${mutation.columns.join(' and ')} in ${mutation.row}: either order gives the value, and the units have as many decimals as a NAV`;
  }
}

function whichRow({ row, text }: Extract<Mutation, { kind: 'deleteRow' }>): string {
  if (row === 'amountOnly') {
    if (text.includes('STT')) return 'row of STT: too few others to tell that it belongs there';
    if (text.includes('Stamp'))
      return 'row of stamp duty: too few others to tell that it belongs there';
    return 'payout or credit: it changes no balance, and no total counts it';
  }
  if (row === 'dematTransaction')
    return 'demat transaction: the first or the only one of its security, and what was held before it is printed nowhere else';
  if (row === 'total')
    return 'total: what it sums up is checked against the other totals, and only some statements print it';
  return `${row}: nothing is held of it, so no sum changes`;
}

function whyDigit({ row, figure }: Extract<Mutation, { kind: 'changeDigit' }>): string {
  if (figure === 'cost') return 'no total of costs is printed';
  if (row === 'amountOnly') return 'nothing else says how much it was';
  return 'smaller than what rounding leaves open';
}
