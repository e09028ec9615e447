import type { SchemeLots } from '../../lots/schemeLots.ts';
import type { Transaction } from '../../model.ts';
import type { Position } from '../../positions.ts';
import { transactionLabel } from '../../transactionType.ts';
import { noteOfChange, postingsOfChange } from './changeOf.ts';
import type { Change } from './changeOf.ts';
import { journalDay, narrationOf, payeeOf } from './drafts.ts';
import type { Drafts } from './drafts.ts';
import type { Entry, Holding, Remark } from './journal.ts';
import { isTaxRow } from './moveOf.ts';
import { partSteps } from './lotParts.ts';
import { firstDayOf } from './opening.ts';
import type { Period } from './opening.ts';
import { areExpressible } from './postings.ts';

/** Lots of a scheme that can be told. */
export type KnownLots = Extract<SchemeLots, { readonly ok: true }>;

/**
 * The entries of a scheme by its movements and lots, as everything else reckons with them; null where the tools cannot keep a figure
 * or a day.
 */
export function draftsOfLots(
  position: Position,
  holding: Holding,
  { steps, sold }: KnownLots,
  period: Period,
): Drafts | null {
  const payee = payeeOf(position);
  const moved = steps.flatMap(({ movement }) => movement ?? []);
  const opened = firstDayOf(moved, period) ?? period.to;
  if (opened === null || !moved.every(({ date }) => journalDay(date) !== null)) return null;
  const parts = partSteps(steps, ({ movement }) => movement?.day ?? opened);
  const soldBy = Map.groupBy(sold, ({ sale }) => sale);
  const entries: Entry[] = [];
  const remarks: Remark[] = [];
  for (const [index, step] of steps.entries()) {
    const { movement } = step;
    const change: Change = {
      step,
      parts: parts[index] ?? { came: [], went: [] },
      sold: (movement && soldBy.get(movement)) ?? [],
    };
    const postings = postingsOfChange(change, holding);
    const { kind, amount } = movement ?? {};
    const day = movement?.day ?? opened;
    const narration = movement ? narrationOf(movement.row) : 'Opening units';
    const through =
      kind === 'payout' && amount ? { account: holding.account, amount: amount.abs() } : null;
    const note = noteOfChange(change);
    if (postings.length > 0)
      entries.push({ of: 'entry', day, payee, narration, postings, through, note });
    else remarks.push({ of: 'remark', day, text: `${payee}: ${narration} (${NOTHING})` });
  }
  if (!entries.every(({ postings }) => areExpressible(postings))) return null;
  const rows = new Set(moved.map(({ row }) => row));
  for (const row of position.transactions) {
    const remark = rows.has(row) ? null : remarkOn(row, payee);
    if (remark) remarks.push(remark);
  }
  return { entries, remarks };
}

const NOTHING = 'not posted: neither units nor a known amount move';

/** On a row that nothing is posted for: null for a tax, which is in the entry of what it was levied on. */
function remarkOn(row: Transaction, payee: string): Remark | null {
  if (isTaxRow(row) && row.amount?.sign) return null;
  const isUndone = Boolean(row.units?.sign ?? 0) || Boolean(row.amount?.sign ?? 0);
  const why = isUndone ? whyUndone(row) : NOTHING;
  const day = journalDay(row.date);
  return { of: 'remark', day, text: `${payee}: ${narrationOf(row)} (${why})` };
}

function whyUndone({ type }: Transaction): string {
  return type === 'REVERSAL'
    ? 'not posted, nor is the purchase that it undoes'
    : `not posted: a row of type ${transactionLabel('REVERSAL')} undoes it`;
}
