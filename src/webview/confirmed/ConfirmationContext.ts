import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { Confirmation, Unconfirmed } from '../../portfolio/confirmation.ts';
import type { ColumnName } from '../table/columns.ts';
import { answerNames, itemOf } from './answerNames.ts';
import type { Position } from '../../portfolio/positions.ts';
import type { RowOfPosition } from '../../portfolio/transactionTotals.ts';

/** What of a thing was only read, as the engine on this computer says of one statement or of several. */
export type Marks = Pick<Confirmation, 'of' | 'ofRow'>;

const Context = createContext<Marks | null>(null);

export const ConfirmationProvider = Context.Provider;

const NOTHING_SAID: Unconfirmed = new Map();

/** What of an account, a holding, the investor or the summary was only read; nothing where the engine did not say. */
export function useUnconfirmed(item: object | null): Unconfirmed {
  const confirmation = useContext(Context);
  return (item && confirmation?.of(item)) ?? NOTHING_SAID;
}

/** The same for a transaction of a holding. */
export function useUnconfirmedRow(position: Position, row: object): Unconfirmed {
  const confirmation = useContext(Context);
  return confirmation ? ofRow(confirmation, position, row) : NOTHING_SAID;
}

function ofRow(confirmation: Marks, { source }: Position, row: object): Unconfirmed {
  if (source.of === 'scheme') return confirmation.ofRow(source.scheme, row);
  return source.of === 'security' ? confirmation.ofRow(source.security, row) : NOTHING_SAID;
}

const SUM: Unconfirmed = new Map([['sum', 'unconfirmed-parts']]);

/** What is unconfirmed of the `sum` of a figure over transactions: itself, if one of its parts is. */
export function useUnconfirmedRows(
  rows: readonly RowOfPosition[],
  name: 'amount' | 'units',
): Unconfirmed {
  const confirmation = useContext(Context);
  return useMemo(
    () =>
      confirmation &&
      rows.some(({ position, transaction }) => ofRow(confirmation, position, transaction).has(name))
        ? SUM
        : NOTHING_SAID,
    [confirmation, rows, name],
  );
}

/** What is unconfirmed of the `sum` of a column over all positions: itself, if one of its parts is. */
export function useUnconfirmedSum(all: readonly Position[], column: ColumnName): Unconfirmed {
  const confirmation = useContext(Context);
  const isUnconfirmed = (position: Position): boolean => {
    const unconfirmed = confirmation?.of(itemOf(position));
    return answerNames(position, column).some((name) => unconfirmed?.has(name) === true);
  };
  return confirmation && all.some(isUnconfirmed) ? SUM : NOTHING_SAID;
}
