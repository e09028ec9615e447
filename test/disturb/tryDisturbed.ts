import { LocalParseError } from '../../src/local/localParseError.ts';
import { linesOf } from '../../src/local/layout/lines.ts';
import { readPdf } from '../../src/local/pdf/readPdf.ts';
import { readPages } from '../../src/local/readPages.ts';
import { disturb } from '../fixtures/statementsGenerator/disturb.ts';
import { disturbanceKinds } from '../fixtures/statementsGenerator/disturbances/disturbance.ts';
import type {
  Band,
  DisturbanceKind,
} from '../fixtures/statementsGenerator/disturbances/disturbance.ts';
import { drawStatement, planStatement } from '../fixtures/statementsGenerator/generateStatement.ts';
import type { PlannedStatement } from '../fixtures/statementsGenerator/generateStatement.ts';
import type { StatementKind } from '../fixtures/statementsGenerator/kinds.ts';
import { randomOptions } from '../fixtures/statementsGenerator/randomOptions.ts';
import type { StatementOptions } from '../fixtures/statementsGenerator/options.ts';
import { judge } from './judge.ts';
import type { Outcome, Verdict } from './judge.ts';
import { savedAgain, savers } from './savedAgain.ts';
import type { Saver } from './savedAgain.ts';
import { sectionsAround } from './sections.ts';

/** Disturbances that are tried together, each of a statement of its own. */
export interface DisturbBatch {
  readonly kind: StatementKind;
  readonly disturbance: DisturbanceKind;
  /** Seeds of statements: the first `count` that can be disturbed so are. */
  readonly firstSeed: number;
  readonly seeds: number;
  readonly count: number;
  /** Programs that may save files again. */
  readonly savers: readonly Saver[];
  /** One in so many files is saved again. */
  readonly savedShare: number;
}

export interface TriedDisturbance {
  readonly kind: StatementKind;
  readonly disturbance: DisturbanceKind;
  readonly seed: number;
  readonly what: string;
  readonly through: Saver | null;
  /** `wrongBefore`: the statement is read wrong undisturbed, too. */
  readonly outcome: Outcome | 'wrongBefore';
  readonly wrong: readonly string[];
}

export async function tryDisturbed(batch: DisturbBatch): Promise<TriedDisturbance[]> {
  const tried: TriedDisturbance[] = [];
  const { firstSeed, seeds, count } = batch;
  for (let seed = firstSeed; seed < firstSeed + seeds && tried.length < count; seed += 1) {
    const one = await tryOne(batch, seed);
    if (one) tried.push(one);
  }
  return tried;
}

async function tryOne(batch: DisturbBatch, seed: number): Promise<TriedDisturbance | null> {
  const { kind, disturbance } = batch;
  const statement = planStatement(kind, seed, disturbedOptions(seed));
  const disturbed = disturb(statement.plan, disturbance, seed);
  if (!disturbed) return null;
  const [plan, { what, bands }] = disturbed;
  const through = saverFor(batch, seed);
  const sections = sectionsAround(plan, bands);
  const verdict = await readAndJudge(statement, plan, through, sections);
  const isWrong = verdict.wrong.length > 0;
  const before = isWrong ? await readAndJudge(statement, statement.plan, through, []) : null;
  const wasWrong = before !== null && before.wrong.length > 0;
  const outcome = wasWrong ? 'wrongBefore' : verdict.outcome;
  return { kind, disturbance, seed, what, through, outcome, wrong: verdict.wrong.slice(0, 5) };
}

/** A few options off the plain path, of those that are read. */
export function disturbedOptions(seed: number): StatementOptions {
  return {
    ...randomOptions(seed, 0.1),
    watermark: true,
    wrongCheckDigit: false,
    encryption: 'none',
    pages: seed % 5 === 0 ? 4 : null,
  };
}

/** One in so many of all disturbances, not always of the same seeds. */
function saverFor(
  { savers: installed, savedShare, disturbance }: DisturbBatch,
  seed: number,
): Saver | null {
  const place = seed + 3 * disturbanceKinds.indexOf(disturbance);
  if (savedShare === 0 || place % savedShare !== 0) return null;
  const saver = savers[Math.floor(place / savedShare) % savers.length];
  return saver !== undefined && installed.includes(saver) ? saver : null;
}

async function readAndJudge(
  statement: PlannedStatement,
  plan: PlannedStatement['plan'],
  through: Saver | null,
  sections: readonly Band[],
): Promise<Verdict> {
  const drawn = drawStatement(statement, plan);
  const pdf = through ? savedAgain(drawn, through) : drawn;
  try {
    const { pages, ...rest } = await readPdf(pdf, statement.password);
    const { text, warnings } = readPages({ pages, ...rest });
    const lineAt = (page: number, row: number): number | undefined => {
      const found = pages[page - 1];
      return found && linesOf(found)[row - 1]?.y;
    };
    return judge(statement.truth, { text, warnings, lineAt }, sections);
  } catch (error) {
    if (!(error instanceof LocalParseError)) throw error;
    return { outcome: 'refused', wrong: [`refused: ${error.code}`] };
  }
}
