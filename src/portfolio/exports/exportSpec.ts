/** What a portfolio can be written as. */
export const EXPORT_FORMATS = [
  'csv',
  'xlsx',
  'markdown',
  'hledger',
  'ledger',
  'beancount',
  'qif',
  'portfolio-performance',
  'ghostfolio',
  'json',
  'schedule112a',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a table has a line for. A workbook has both; a journal and a file for another program are made of transactions, whatever was asked for. */
export const EXPORT_TABLES = ['holdings', 'transactions'] as const;
export type ExportTable = (typeof EXPORT_TABLES)[number];

/** What of a portfolio is wanted. Plain JSON: the page sends it. */
export interface ExportRequest {
  /** Without one the person is asked. */
  readonly format?: ExportFormat | undefined;
  readonly what?: ExportTable | undefined;
  /** Keys of the positions, in the order wanted; without them all, as the statement has them. */
  readonly keys?: readonly string[] | undefined;
  /**
   * The transactions, in the order wanted, as pairs of numbers: the place of a position in `keys`, then the place of the
   * transaction in the position. Without it all transactions of the positions. A journal always has them all: with some
   * left out it would not add up.
   */
  readonly rows?: readonly number[] | undefined;
  /** The financial year of a Schedule 112A, `2024-25`; without one the person is asked. */
  readonly year?: string | undefined;
  /** The rows of a Schedule 112A go under the first line of the portal's template, for which the person is asked. */
  readonly template?: true | undefined;
}

/** A request that nothing is missing from. */
export interface ExportSpec extends Pick<ExportRequest, 'keys' | 'rows' | 'year'> {
  readonly format: ExportFormat;
  readonly what: ExportTable;
  /** Leaves out what `Shown` hides. */
  readonly masked: boolean;
}

/** Whether a format can be made of several statements that are shown as one; the others are of one statement by their nature. */
export function isForFamilies(format: ExportFormat): boolean {
  return canBeMasked(format);
}

/** Whether a format is of any use without amounts, units and names: JSON is as received, journals, files for
 * other programs and tax forms are made of amounts. */
export function canBeMasked(format: ExportFormat): boolean {
  return format === 'csv' || format === 'xlsx' || format === 'markdown';
}
