import { Decimal } from '../decimal.ts';
import type { Scheme, Security } from '../model.ts';
import type { Position } from '../positions.ts';
import type {
  Because,
  Check,
  ClosingUnitsCheck,
  LastBalanceCheck,
  RunningBalanceCheck,
  UnitsCheck,
} from './check.ts';
import { compared, missing } from './finding.ts';
import { UNITS_TOLERANCE, within } from './tolerance.ts';
import { walkTransactions } from './walkTransactions.ts';
import type { Walk } from './walkTransactions.ts';

/**
 * Whether the units of a scheme or security are explained by its transactions, to 0.001 units.
 *
 * @param rowsExpected whether the statement has transactions for the account: then one that is missing is a difference
 */
export function checkUnits(
  position: Position,
  holding: Scheme | Security,
  rowsExpected: boolean,
): Check[] {
  const walk = walkTransactions(holding.transactions, holding.openUnits);
  return [
    openingToClosing(position, holding, walk, rowsExpected),
    runningBalance(position, walk),
    lastBalance(position, walk),
    closingUnits(position, holding),
  ];
}

function openingToClosing(
  position: Position,
  holding: Scheme | Security,
  walk: Walk,
  rowsExpected: boolean,
): UnitsCheck {
  const { openUnits: openingUnits, transactions } = holding;
  const closing = holding.closeUnits ?? holding.units;
  const computedUnits = openingUnits?.plus(walk.moved) ?? null;
  const check = {
    kind: 'units',
    subject: { of: 'position', position },
    figures: {
      openingUnits,
      movedUnits: walk.moved,
      computedUnits,
      closingUnits: closing,
      unitsTolerance: UNITS_TOLERANCE,
    },
    closing: holding.closeUnits ? 'printed' : 'held',
  } as const;
  if (!computedUnits) return { ...check, ...missing('no-opening-units') };
  if (!closing) return { ...check, ...missing('no-closing-units') };
  if (sameUnits(computedUnits, closing)) return { ...check, ...compared(true) };
  if (transactions.length === 0 && !rowsExpected) {
    // Most depository statements and every summary leave the transactions out.
    const figures = { ...check.figures, movedUnits: null, computedUnits: null };
    return { ...check, figures, ...missing('no-transactions') };
  }
  return { ...check, ...compared(false, walk.withoutUnits > 0 ? 'rows-without-units' : null) };
}

function runningBalance(position: Position, walk: Walk): RunningBalanceCheck {
  const { breaks, firstBreak } = walk;
  const check = {
    kind: 'running-balance',
    subject: { of: 'position', position },
    figures: {
      rows: Decimal.fromInteger(walk.compared),
      breaks: Decimal.fromInteger(breaks),
      unitsTolerance: UNITS_TOLERANCE,
    },
    firstBreak,
  } as const;
  if (position.transactions.length === 0) return { ...check, ...missing('no-transactions') };
  if (walk.compared === 0) return { ...check, ...missing('no-balances') };
  return { ...check, ...compared(breaks === 0, reasonOfBreak(walk)) };
}

function reasonOfBreak({ firstBreak, withoutUnits }: Walk): Because | null {
  if (firstBreak?.oppositeSignFits) return 'opposite-sign';
  return withoutUnits > 0 ? 'rows-without-units' : null;
}

function lastBalance(position: Position, walk: Walk): LastBalanceCheck {
  const { units, transactions } = position;
  const check = {
    kind: 'last-balance',
    subject: { of: 'position', position },
    figures: { lastBalance: walk.lastBalance, units, unitsTolerance: UNITS_TOLERANCE },
  } as const;
  if (transactions.length === 0) return { ...check, ...missing('no-transactions') };
  if (!walk.lastBalance) return { ...check, ...missing('no-balances') };
  if (!units) return { ...check, ...missing('no-units') };
  return { ...check, ...compared(sameUnits(walk.lastBalance, units)) };
}

function closingUnits(position: Position, { closeUnits }: Scheme | Security): ClosingUnitsCheck {
  const { units } = position;
  const check = {
    kind: 'closing-units',
    subject: { of: 'position', position },
    figures: { closingUnits: closeUnits, units, unitsTolerance: UNITS_TOLERANCE },
  } as const;
  if (!closeUnits) return { ...check, ...missing('no-closing-units') };
  if (!units) return { ...check, ...missing('no-units') };
  return { ...check, ...compared(sameUnits(closeUnits, units)) };
}

function sameUnits(one: Decimal, other: Decimal): boolean {
  return within(UNITS_TOLERANCE, one, other);
}
