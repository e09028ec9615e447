import type { Decimal } from '../../portfolio/decimal.ts';
import type { ColumnName } from './columns.ts';

/** What the cells of a row need to know about the whole table. */
export interface TableLayout {
  readonly columns: readonly ColumnName[];
  readonly unitDecimals: number;
  readonly priceDecimals: number;
  readonly total: Decimal;
  /** The largest share of it, in percent: its bar has the whole length. */
  readonly mostWeight: number;
  /** Rows under a heading that is not their account say which account they are in. */
  readonly namesAccount: boolean;
}
