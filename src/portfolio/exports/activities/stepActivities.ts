import { Decimal } from '../../decimal.ts';
import { costOf } from '../../lots/lot.ts';
import type { Lot } from '../../lots/lot.ts';
import type { LotStep } from '../../lots/lotQueue.ts';
import type { Movement } from '../../lots/movement.ts';
import type { Position } from '../../positions.ts';
import { transactionLabel } from '../../transactionType.ts';
import type { Activity, Cost, Trade } from './activity.ts';
import { plainLine } from './plainLine.ts';

const UNKNOWN_COST = 'the statement does not say what these units cost';
const AT_VALUE = `${UNKNOWN_COST}: the value of that day stands for it`;

/**
 * What a movement did, or, without one, what was there before the first. Units for which neither money nor a cost is printed come
 * or go without being bought or sold, as do those of a bonus, a merger, a gift or a segregation. Nothing for a payout without an amount.
 * @param opened ISO date of the units from before
 */
export function stepActivities(position: Position, step: LotStep, opened: string): Activity[] {
  const { movement } = step;
  if (!movement) return moved(position, step, { date: opened, nav: null, said: 'Opening units' });
  const { kind, amount, tds, date, row } = movement;
  const said = plainLine(row.description ?? '') || transactionLabel(row.type);
  const happened = { position, date, note: said };
  if (kind === 'payout') return amount ? [{ ...happened, of: 'paid-out', amount, tds }] : [];
  if (amount && (kind === 'purchase' || kind === 'sale')) {
    const isSwitch = row.type === 'SWITCH_IN' || row.type === 'SWITCH_OUT';
    const of = kind === 'purchase' ? 'bought' : 'sold';
    return [{ ...happened, of, trade: tradeOf(movement, amount), isSwitch }];
  }
  if (amount && kind === 'reinvestment')
    return [{ ...happened, of: 'reinvested', trade: tradeOf(movement, amount) }];
  return moved(position, step, { date, nav: row.nav ?? row.price, said: said + remark(kind) });
}

function tradeOf({ units, stampDuty, stt, tds }: Movement, amount: Decimal): Trade {
  return { units, amount, stampDuty, stt, tds };
}

interface Circumstances {
  readonly date: string;
  /** INR per unit on that day. */
  readonly nav: Decimal | null;
  readonly said: string;
}

/** Lots that went, and lots that came: those whose cost changed do both. */
function moved(
  position: Position,
  { came, went }: LotStep,
  { date, nav, said }: Circumstances,
): Activity[] {
  return (['went', 'came'] as const).flatMap((of): Activity[] => {
    const lots = of === 'went' ? went : came;
    const units = Decimal.sum(lots.map((lot) => lot.units));
    if (units.sign === 0) return [];
    const cost = costOrValue(lots, units, nav);
    return [{ position, date, of, units, cost, note: said + costNote(cost) }];
  });
}

function costOrValue(lots: readonly Lot[], units: Decimal, nav: Decimal | null): Cost {
  const rupees = costOf(lots);
  if (rupees) return { rupees, known: true };
  return { rupees: nav ? units.times(nav.abs()).round(2) : Decimal.zero, known: false };
}

function costNote({ known, rupees }: Cost): string {
  if (known) return '';
  return ` (${rupees.sign === 0 ? UNKNOWN_COST : AT_VALUE})`;
}

function remark(kind: Movement['kind']): string {
  if (kind === 'merger-in' || kind === 'merger-out') return ' (a merger of schemes: no sale)';
  if (kind === 'transfer-in' || kind === 'transfer-out') return ' (a transfer: no sale)';
  return kind === 'bonus' ? ' (a bonus: no cost)' : '';
}
