import { disturbanceKinds } from '../fixtures/statementsGenerator/disturbances/disturbance.ts';
import { statementKinds } from '../fixtures/statementsGenerator/kinds.ts';
import type { StatementKind } from '../fixtures/statementsGenerator/kinds.ts';
import { silentShare } from '../disturb/disturbReport.ts';
import { runDisturbances } from '../disturb/runDisturbances.ts';
import { installedSavers } from '../disturb/savedAgain.ts';
import { layoutStatements } from '../layouts/layoutStatements.ts';
import { runLayouts } from '../layouts/runLayouts.ts';
import { runMutants, unnoticedShare } from '../mutants/runMutants.ts';
import { type Figure, atMost, below, listed } from './figure.ts';

const SEED = 1;
/** Of each kind of statement; `npm run disturb` and `npm run mutants` have more of them. */
const DISTURBED = 250;
const MUTANTS = 200;
/** One in so many is saved again by another program before it is read. */
const SAVED_SHARE = 25;
const MOST_SILENT_PERCENT = 0.1;
const MOST_UNNOTICED_PERCENT = 1;

/** How the engine on this computer reads what it was never shown: other layouts, disturbed ones, and statements that do not add up. */
export async function readingFigures(): Promise<Figure[]> {
  const figures = await layoutFigures();
  for (const kind of statementKinds) figures.push(...(await kindFigures(kind)));
  return figures;
}

async function layoutFigures(): Promise<Figure[]> {
  const statements = statementKinds.flatMap((kind) => layoutStatements(kind, SEED));
  const tried = await runLayouts(statements);
  const sum = (count: (each: (typeof tried)[number]) => number): number =>
    tried.reduce((total, each) => total + count(each), 0);
  const wrong = sum((each) => each.wrong.length);
  const falsely = sum(({ falseWarnings }) => falseWarnings.length);
  return [
    atMost(0, 'layouts in which any two options meet: wrong', wrong, 'fields'),
    atMost(0, 'layouts: warned of without a reason', falsely, 'warnings'),
    listed('layouts: statements', tried.length, ''),
    listed(
      'layouts: fields',
      sum(({ fields }) => fields),
      '',
    ),
  ];
}

async function kindFigures(kind: StatementKind): Promise<Figure[]> {
  const disturbed = await runDisturbances({
    kinds: [kind],
    disturbancesOf: () => disturbanceKinds,
    each: Math.ceil(DISTURBED / disturbanceKinds.length),
    seed: SEED,
    savers: installedSavers(),
    savedShare: SAVED_SHARE,
  });
  const mutants = await runMutants({ kinds: [kind], each: MUTANTS, seed: SEED });
  const silent = silentShare(disturbed) * 100;
  const unnoticed = unnoticedShare(mutants) * 100;
  return [
    below(MOST_SILENT_PERCENT, `${kind}, disturbed: wrong and not warned of there`, silent, '%'),
    below(MOST_UNNOTICED_PERCENT, `${kind}, one thing changed: unnoticed`, unnoticed, '%'),
  ];
}
