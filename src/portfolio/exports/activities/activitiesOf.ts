import { parseDay } from '../../days.ts';
import { Decimal } from '../../decimal.ts';
import type { Facts } from '../../facts/facts.ts';
import { portfolioLots } from '../../lots/portfolioLots.ts';
import type { SchemeLots } from '../../lots/schemeLots.ts';
import type { Statement } from '../../model.ts';
import type { Position } from '../../positions.ts';
import type { StatementSelection } from '../selection.ts';
import type { Activity, Shortcomings } from './activity.ts';
import { ShortcomingCount } from './shortcomingCount.ts';
import { stepActivities } from './stepActivities.ts';

/** Everything that happened to some positions, in the order of time. */
export interface Activities {
  readonly activities: readonly Activity[];
  /** ISO date of what the statement closes with; null when it names no day. */
  readonly closed: string | null;
  readonly shortcomings: Shortcomings;
}

/**
 * What happened to the positions, by the movements and lots that the page reckons with: reversed purchases are undone, charges are
 * with what they were levied on. Where the whole history is not known, as with demat accounts and NPS, only what the statement closes
 * with came, on its last day. Insurance has no units.
 * @param facts what the owner said, of the cost of units that were received
 */
export function activitiesOf(
  { portfolio, positions }: Pick<StatementSelection, 'portfolio' | 'positions'>,
  facts: Facts,
): Activities {
  const lots = portfolioLots(portfolio, facts);
  const { opened, closed } = periodOf(portfolio.statement);
  const count = new ShortcomingCount();
  const activities: Activity[] = [];
  for (const position of positions) {
    const { source } = position;
    if (source.of === 'policy') count.add('insurance');
    else {
      const known = source.of === 'scheme' ? lots.get(source.scheme) : undefined;
      for (const activity of ofPosition(position, { known, opened, closed, count }))
        activities.push(activity);
    }
  }
  for (const activity of activities)
    if (isMove(activity) && !activity.cost.known) count.add('unknown-cost');
  // Stable: those of one day stay as they were.
  activities.sort((one, other) => (parseDay(one.date) ?? 0) - (parseDay(other.date) ?? 0));
  return { activities, closed, shortcomings: count.all };
}

interface Circumstances {
  readonly known: SchemeLots | undefined;
  readonly opened: string | null;
  readonly closed: string | null;
  readonly count: ShortcomingCount;
}

function ofPosition(
  position: Position,
  { known, opened, closed, count }: Circumstances,
): Activity[] {
  if (!known?.ok) {
    if (position.transactions.length > 0) count.add('closing-only');
    return closing(position, closed, count);
  }
  const first = known.steps.find(({ movement }) => movement)?.movement?.date ?? null;
  const before = earlier(opened, first) ?? closed;
  if (before === null) {
    count.add('no-day');
    return [];
  }
  return known.steps.flatMap((step) => {
    const activities = stepActivities(position, step, before);
    const { movement } = step;
    if (movement?.kind === 'payout' && !movement.amount) count.add('no-amount');
    return activities;
  });
}

/** What is held, at its printed cost or else its value. */
function closing(position: Position, day: string | null, count: ShortcomingCount): Activity[] {
  const { units, cost, value } = position;
  if (!units || units.sign <= 0) return [];
  if (day === null) {
    count.add('no-day');
    return [];
  }
  const rupees = (cost ?? value ?? Decimal.zero).abs().round(2);
  const note = cost ? 'Held on this day' : 'Held on this day, at its value: no cost is printed';
  return [{ position, date: day, of: 'came', units, cost: { rupees, known: cost !== null }, note }];
}

function isMove(activity: Activity): activity is Extract<Activity, { of: 'came' | 'went' }> {
  return activity.of === 'came' || activity.of === 'went';
}

function periodOf({ from, to, generatedAt }: Statement) {
  return { opened: existing(from), closed: existing(to) ?? existing(generatedAt?.slice(0, 10)) };
}

function existing(date: string | null | undefined): string | null {
  return date && parseDay(date) !== null ? date : null;
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
