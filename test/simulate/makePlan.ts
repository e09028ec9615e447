import { seededRandom } from '../soak/seededRandom.ts';
import type { Fate, FreeFate } from './fates.ts';
import type { Happening, Plan, Setting, SimEvent, WindowName } from './events.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Between one event and the next. */
const gaps = [0, 5, 300, 1_500, 8_000, 25_000, 61_000, 130_000, 400_000];
/** How long the service works. With the log's delay it ends within two minutes, as a parse does. */
const works = [2_000, 8_000, 20_000, 45_000, 75_000];
const LONGEST_LOG_DELAY_MS = 35_000;
const afters = [10, 2_000, 10_000, 30_000, 59_000];
const clockSteps = [-3 * DAY_MS, -HOUR_MS, -90_000, 90_000, HOUR_MS, 5.5 * HOUR_MS, 3 * DAY_MS];
const buttons = ['Try Again', 'Try Again', 'Parse Again (1 Credit)', 'Retry Failed', 'Go On'];
const MOST_EVENTS = 12;

/** What happens in a run, the same for the same seed. */
export function makePlan(seed: number): Plan {
  const chance = new Chance(seed);
  const setting = makeSetting(chance);
  const events: SimEvent[] = [];
  const count = 2 + chance.below(MOST_EVENTS - 1);
  for (let at = 0; events.length < count; at += chance.of(gaps))
    for (const happening of happenings(chance, setting)) events.push({ at, ...happening });
  return { seed, setting, events };
}

class Chance {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  is(share: number): boolean {
    return this.#random() < share;
  }

  of<T>(choices: readonly T[]): T {
    const chosen = choices[this.below(choices.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }
}

function makeSetting(chance: Chance): Setting {
  const sandbox = chance.is(0.03);
  const crowded = sandbox || chance.is(0.003);
  const count = crowded ? 14 : 1 + chance.below(3);
  return {
    statements: Array.from({ length: count }, () => (chance.is(0.15) ? 'locked' : 'plain')),
    parseTimeout: chance.is(0.7) ? 60 : chance.of([5, 15, 30, 120]),
    part: chance.is(0.75) ? 'pdf_file' : 'file',
    replacesIds: chance.is(0.06),
    keepStatements: chance.is(0.95),
    credits: chance.is(0.05) ? chance.below(3) : null,
    tellsProcesses: chance.is(0.7),
    account: sandbox ? 'sandbox' : 'key',
  };
}

type Make = (chance: Chance, setting: Setting) => readonly Happening[];

const windowOf = (chance: Chance): WindowName => (chance.is(0.75) ? 'A' : 'B');
const fileOf = (chance: Chance, { statements }: Setting) =>
  chance.is(0.6) ? 0 : chance.below(statements.length);

/** Each with its weight. */
const kinds: readonly (readonly [number, Make])[] = [
  [22, (c, s) => [{ do: 'parse', in: windowOf(c), file: fileOf(c, s) }]],
  [
    16,
    (c, s) => [
      { do: 'upload', fate: fate(c) },
      { do: 'parse', in: windowOf(c), file: fileOf(c, s) },
    ],
  ],
  [10, (c) => [{ do: 'upload', fate: fate(c) }]],
  [7, (c, { statements }) => [{ do: 'batch', in: windowOf(c), files: [...statements.keys()] }]],
  [14, (c) => [{ do: 'click', in: windowOf(c), button: c.of(buttons) }]],
  [4, (c) => [{ do: 'cancel', in: windowOf(c) }]],
  [4, (c) => [{ do: 'kill', in: windowOf(c) }]],
  [4, (c) => [{ do: 'setClock', by: c.of(clockSteps) }]],
  [2, (c) => [{ do: 'disk', is: 'full', for: c.of([500, 20_000, 200_000]) }]],
  [3, (c) => [{ do: 'disk', is: 'slow', for: c.of([20_000, 200_000]) }]],
  [3, (c, s) => crowd(c, s)],
  [1, (c) => [{ do: 'disk', is: 'busy', for: c.of([100, 5_000]) }]],
  [2, (c) => [{ do: 'secrets', are: c.of(['locked', 'readOnly']), for: c.of([3_000, 60_000]) }]],
  [1, (c) => [{ do: 'offline', for: c.of([3_000, 60_000]) }]],
  [4, (c) => [{ do: 'free', fate: freeFate(c) }]],
  [3, (c) => [{ do: 'logLate', by: c.below(LONGEST_LOG_DELAY_MS) }]],
  [1, (c) => [{ do: 'logSilent', for: c.of([20_000, 300_000]) }]],
  [1, () => [{ do: 'replaceIds' }]],
  [2, (c) => [{ do: 'replaceKey', in: windowOf(c), by: c.of(['other', 'same']) }]],
  [3, signIn],
  [1, (c) => [{ do: 'password', in: windowOf(c), is: c.of(['wrong', 'none']) }]],
];
const weights = kinds.reduce((sum, [weight]) => sum + weight, 0);

function happenings(chance: Chance, setting: Setting): readonly Happening[] {
  let left = chance.below(weights);
  for (const [weight, make] of kinds) {
    left -= weight;
    if (left < 0) return make(chance, setting);
  }
  return [];
}

/** Seldom without an approval: to wait for that in vain takes ten minutes. */
function signIn(chance: Chance): readonly Happening[] {
  const lost: Happening[] = chance.is(0.3) ? [{ do: 'free', fate: freeFate(chance) }] : [];
  const approve = chance.of([1_000, 7_000, 30_000]);
  return [...lost, { do: 'signIn', in: windowOf(chance), ...(chance.is(0.9) && { approve }) }];
}

/** The same PDF is wanted several times at once, on a disk that takes its time, and the first of them is refused. */
function crowd(chance: Chance, setting: Setting): readonly Happening[] {
  const file = fileOf(chance, setting);
  const parses = Array.from({ length: 3 }, (): Happening => {
    return { do: 'parse', in: windowOf(chance), file };
  });
  return [
    { do: 'disk', is: 'slow', for: 200_000 },
    { do: 'upload', fate: fate(chance) },
    ...parses,
  ];
}

function fate(chance: Chance): Fate {
  const work = chance.of(works);
  const after = chance.of(afters);
  const retryAfter = chance.of([0, 1, 5, 20]);
  return chance.of<() => Fate>([
    () => ({ how: 'well', work }),
    () => ({ how: 'well', work: 75_000 }),
    () => ({ how: 'refused' }),
    () => ({ how: 'lost', reaches: chance.is(0.7), work, after }),
    () => ({ how: 'lost', reaches: true, work, after }),
    () => ({ how: 'cut', work }),
    () => ({
      how: 'page',
      status: chance.of([502, 503, 503, 504]),
      ...(chance.is(0.5) && { retryAfter }),
      reaches: chance.is(0.7),
      work,
      after,
    }),
    () => ({ how: chance.of(['portal', 'refusedPage']) }),
    () => ({ how: 'busy', retryAfter }),
    () => ({ how: 'limited', retryAfter }),
    () => ({ how: 'failed', work }),
    () => ({ how: chance.of(['garbled', 'strange']), work }),
    () => ({
      how: 'twice',
      first: 2_000,
      work: chance.of([2_000, 20_000, 45_000]),
      ...(chance.is(0.5) && { after }),
    }),
  ])();
}

function freeFate(chance: Chance): FreeFate {
  const on = chance.of(['usage', 'usage', 'credits', 'agent-auth'] as const);
  const how = chance.of(['refused', 'lost', 'page', 'strange', 'slow'] as const);
  return how === 'page' ? { on, how, status: chance.of([401, 403, 500, 502]) } : { on, how };
}
