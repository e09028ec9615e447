/**
 * `npm run simulate -- --runs 100000 --seed 1`: lets all that can go wrong go wrong, in every order, around the code that parses,
 * keeps, looks up and signs in; by a clock, a disk and a service that are simulated. A run that breaks an invariant is made as small
 * as it can be and printed, with the command that repeats it. `--replay PLAN` runs one plan, `--json` prints the figures only.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { type Plan, eventText } from './events.ts';
import { inThreads } from './inThreads.ts';
import { runPlan, runSimulation } from './simulated.ts';

/** Fewer are over before a second thread has begun. */
const WORTH_THREADS = 5_000;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    most: { type: 'string', default: '5' },
    replay: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

if (values.replay !== undefined) {
  const plan = JSON.parse(values.replay) as Plan;
  for (const event of plan.events) console.log(eventText(event));
  const result = await runPlan(plan);
  console.log(result);
  process.exitCode = result.violations.length > 0 ? 1 : 0;
} else {
  const options = {
    to: Number(values.runs),
    seed: Number(values.seed),
    mostFailures: Number(values.most),
  };
  const say = values.json ? () => undefined : (line: string) => console.log(line);
  say(`seed ${options.seed}, ${options.to} runs`);
  const begin = performance.now();
  const threads = options.to < WORTH_THREADS ? 1 : availableParallelism();
  const figures = await (threads === 1
    ? runSimulation(options, say)
    : inThreads(threads, options, say));
  const perSecond = figures.runs / ((performance.now() - begin) / 1000);
  const { runs, uploads, billed, violations } = figures;
  say(
    `${runs} runs, ${uploads} uploads of which ${billed} were billed, ${violations} runs with a violation; ${perSecond.toFixed(0)} runs a second`,
  );
  if (values.json) console.log(JSON.stringify({ ...figures, perSecond }));
  else process.exitCode = violations > 0 ? 1 : 0;
}
