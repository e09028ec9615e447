import { Decimal } from '../../decimal.ts';
import type { LotStep } from '../../lots/lotQueue.ts';
import { bringsUnits, takesUnits } from '../../lots/movement.ts';
import type { Movement } from '../../lots/movement.ts';
import type { SoldLot } from '../../lots/schemeLots.ts';
import {
  BANK,
  CAPITAL_GAINS,
  CARRIED_OVER,
  DIVIDENDS,
  OPENING,
  STAMP_DUTY,
  STT,
  SWITCHES,
  TDS,
  UNVALUED,
} from './journal.ts';
import type { Holding, Posting } from './journal.ts';
import type { LotPart, PartStep } from './lotParts.ts';
import { moneys, units, unitsAgainst } from './postings.ts';

/** What a movement did with lots, in full. */
export interface Change {
  readonly step: LotStep;
  readonly parts: PartStep;
  /** The lots that it sold, in the order in which they went. */
  readonly sold: readonly SoldLot[];
}

/** The postings of a change; none where it moved neither units nor money. They add up to nothing. */
export function postingsOfChange(change: Change, holding: Holding): Posting[] {
  const { movement } = change.step;
  const unknown = unitsOfUnknownCost(change);
  return [
    ...partPostings(change, holding),
    ...(unknown.sign === 0 ? [] : unitsAgainst(holding, unknown, movement ? UNVALUED : OPENING)),
    ...(movement
      ? moneyOf(movement, change)
      : moneys([OPENING, costOf(change.parts.came).negated()])),
  ];
}

/** What the figures of an entry leave open, for its reader; null where they leave nothing. */
export function noteOfChange(change: Change): string | null {
  const { movement } = change.step;
  if (!movement) return null;
  const { kind, amount } = movement;
  if (kind === 'sale' && !amount) return 'the statement does not say what they brought in';
  const unknown = unitsOfUnknownCost(change).abs();
  if (unknown.sign === 0) return null;
  return kind === 'sale'
    ? `no gain is worked out for ${unknown.toString()} units: the statement does not say what they cost`
    : `the statement does not say what ${unknown.toString()} units cost`;
}

/** With the sign of what they do to the balance: what moved less the lots of known cost. */
function unitsOfUnknownCost({ step: { movement, came }, parts }: Change): Decimal {
  return unitsMovedBy(movement, came)
    .minus(Decimal.sum(parts.came.map((part) => part.units)))
    .plus(Decimal.sum(parts.went.map((part) => part.units)));
}

function unitsMovedBy(movement: Movement | null, came: LotStep['came']): Decimal {
  if (!movement) return Decimal.sum(came.map((lot) => lot.units));
  if (takesUnits(movement.kind)) return movement.units.negated();
  return bringsUnits(movement.kind) ? movement.units : Decimal.zero;
}

function partPostings({ parts, sold }: Change, holding: Holding): Posting[] {
  const proceeds = sold.filter(({ cost }) => cost !== null).map((lot) => lot.proceeds);
  return [
    ...parts.went.flatMap((part, index) =>
      partPosting(holding, part, { sign: -1, proceeds: proceeds[index] ?? null }),
    ),
    ...parts.came.flatMap((part) => partPosting(holding, part, { sign: 1, proceeds: null })),
  ];
}

function partPosting(
  holding: Holding,
  { units: amount, cost, acquired }: LotPart,
  { sign, proceeds }: { readonly sign: 1 | -1; readonly proceeds: Decimal | null },
): Posting[] {
  const signed = (figure: Decimal) => (sign > 0 ? figure : figure.negated());
  // No units have no cost in the tools. Only figures that no statement has leave a lot without any.
  if (amount.sign === 0) return moneys([UNVALUED, signed(cost)]);
  return [units(holding, signed(amount), { of: 'cost', total: cost, acquired, proceeds })];
}

function moneyOf(movement: Movement, { step, parts, sold }: Change): Posting[] {
  const { kind, amount, stampDuty, stt, tds, row } = movement;
  const cameAt = costOf(parts.came);
  const wentAt = costOf(parts.went);
  const other = row.type === 'SWITCH_IN' || row.type === 'SWITCH_OUT' ? SWITCHES : BANK;
  switch (kind) {
    case 'purchase':
      return moneys([other, cameAt.negated()]);
    case 'reinvestment':
      if (parts.came.length === 0) return [];
      return moneys([DIVIDENDS, cameAt.plus(tds).negated()], [TDS, tds]);
    case 'bonus':
      return [];
    case 'sale': {
      if (!amount) return moneys([UNVALUED, wentAt]);
      const known = Decimal.sum(
        sold.flatMap(({ cost, proceeds }) => (cost && proceeds ? [proceeds] : [])),
      );
      const brought = broughtBy(sold) ?? amount;
      return moneys(
        [other, brought.minus(stt).minus(tds)],
        [STT, stt],
        [TDS, tds],
        [CAPITAL_GAINS, wentAt.minus(known)],
        [UNVALUED, known.minus(brought)],
      );
    }
    case 'payout':
      if (!amount) return [];
      return moneys([BANK, amount.minus(tds)], [TDS, tds], [DIVIDENDS, amount.negated()]);
    case 'merger-out':
      if (!amount) return moneys([CARRIED_OVER, wentAt]);
      return moneys(
        [SWITCHES, amount.minus(stt).minus(tds)],
        [STT, stt],
        [TDS, tds],
        [CARRIED_OVER, wentAt.minus(amount)],
      );
    case 'merger-in':
      if (!amount) return moneys([CARRIED_OVER, cameAt.negated()]);
      return moneys(
        [SWITCHES, amount.plus(stampDuty).negated()],
        [STAMP_DUTY, stampDuty],
        [CARRIED_OVER, amount.minus(cameAt)],
      );
    case 'transfer-out':
      return moneys([CARRIED_OVER, wentAt]);
    case 'transfer-in':
      return moneys(
        [CARRIED_OVER, cameAt.negated()],
        [BANK, stampDuty.negated()],
        [STAMP_DUTY, stampDuty],
      );
    case 'segregated':
      return moneys([CARRIED_OVER, cameAt.negated()]);
    case 'segregation': {
      const isKnown = step.came.every(({ cost }) => cost !== null);
      return moneys([isKnown ? CARRIED_OVER : UNVALUED, wentAt.minus(cameAt)]);
    }
  }
}

/** The printed amount less the exit load; null where no lots were sold. */
function broughtBy(sold: readonly SoldLot[]): Decimal | null {
  return sold.length === 0 ? null : Decimal.sum(sold.flatMap(({ proceeds }) => proceeds ?? []));
}

function costOf(parts: readonly LotPart[]): Decimal {
  return Decimal.sum(parts.map(({ cost }) => cost));
}
