import { NO_FACTS } from '../../facts/facts.ts';
import type { Facts } from '../../facts/facts.ts';
import type { ExportFormat } from '../exportSpec.ts';
import type { StatementSelection } from '../selection.ts';
import { activitiesOf } from './activitiesOf.ts';
import type { ActivityFile } from './activityFile.ts';
import { ghostfolioOf } from './ghostfolio.ts';
import { portfolioPerformanceOf } from './portfolioPerformance.ts';
import { qifOf } from './qif.ts';

const WRITERS = {
  qif: qifOf,
  'portfolio-performance': portfolioPerformanceOf,
  ghostfolio: ghostfolioOf,
} as const;

/** The formats of other programs for portfolios. */
export type ActivityFormat = keyof typeof WRITERS;

export function isActivityFormat(format: ExportFormat): format is ActivityFormat {
  return format in WRITERS;
}

/**
 * The positions with all that happened to them, for another program.
 * @param sample whether it is the sandbox's sample data, which the file says
 * @param facts what the owner said of funds and of units that were received
 */
export function activityFileOf(
  format: ActivityFormat,
  selection: Pick<StatementSelection, 'portfolio' | 'positions'>,
  sample: boolean,
  facts: Facts = NO_FACTS,
): ActivityFile {
  return WRITERS[format](activitiesOf(selection, facts), sample);
}
