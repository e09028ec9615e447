import type { Dimension } from '../filter/dimensions.ts';
import type { TransactionFilter } from '../transactions/listTransactions.ts';
import type { ColumnName } from '../table/columns.ts';

export type Tab =
  'holdings' | 'transactions' | 'gains' | 'overlaps' | 'checks' | 'statement' | 'statements';
export type GroupBy = 'investor' | 'origin' | 'account' | 'issuer' | 'class' | 'isin' | 'none';

/** Only positions that have the same value of a dimension as this one. */
export interface DimensionFilter {
  readonly by: Dimension;
  /** The key of a position that has the value: the value itself may be personal, and this is kept on disk. */
  readonly like: string;
}

/**
 * How the person left the page. VS Code keeps it in the clear, so it holds no text and no figure of the portfolio: positions are
 * named by where they stand in the answer.
 */
export interface ViewState {
  readonly tab: Tab;
  readonly groupBy: GroupBy;
  readonly sort: { readonly column: ColumnName; readonly descending: boolean };
  readonly hiddenColumns: readonly ColumnName[];
  readonly showClosed: boolean;
  /** Null as long as none was chosen. */
  readonly allocateBy: Dimension | null;
  readonly filters: readonly DimensionFilter[];
  /** Keys of the positions that are open. */
  readonly opened: readonly string[];
  /** Only the transactions of this position. */
  readonly transactionsOf: string | null;
  /** ISO dates, empty for no bound. What is typed is not in here. */
  readonly transactionFilter: Pick<TransactionFilter, 'type' | 'from' | 'to'>;
  /** In pixels. */
  readonly scroll: number;
}

export const FIRST_STATE: ViewState = {
  tab: 'holdings',
  groupBy: 'account',
  sort: { column: 'value', descending: true },
  hiddenColumns: ['averageCost', 'gainRupees', 'type'],
  showClosed: false,
  allocateBy: null,
  filters: [],
  opened: [],
  transactionsOf: null,
  transactionFilter: { type: '', from: '', to: '' },
  scroll: 0,
};
