import type { Place } from './layout/line.ts';
import type { PrintedScheme } from './statement.ts';

/** A scheme that nothing is known of but where it stands. */
export function emptyScheme({ page, row }: Place): PrintedScheme {
  return {
    place: { page, row },
    name: '',
    rtaCode: null,
    isin: null,
    advisor: null,
    registrar: null,
    isDemat: null,
    nominees: [],
    open: null,
    close: null,
    nav: null,
    navDate: null,
    cost: null,
    value: null,
    gain: null,
    gainPercent: null,
    annualReturn: null,
    transactions: [],
  };
}
