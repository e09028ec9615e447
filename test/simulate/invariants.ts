import { problemMessage } from '../../src/views/problems/problemMessage.ts';
import type { Attempt, Upload } from './attempts.ts';
import type { EditorWindow } from './editorWindow.ts';
import type { Simulation } from './simulation.ts';
import type { Statement } from './statements.ts';

/** What must hold in every run, by the name of what was broken. */
export type Invariant =
  | 'paid twice'
  | 'sent twice at once'
  | 'said not charged'
  | 'arrived and lost'
  | 'key lost'
  | 'never ended'
  | 'over the limit'
  | 'unexpected error';

export interface Violation {
  readonly broken: Invariant;
  readonly how: string;
}

/** Looks at a run that is over. @param ended whether everything in it came to an end */
export function violations(simulation: Simulation, ended: boolean): Violation[] {
  const { attempts } = simulation;
  return [
    ...(ended ? [] : [{ broken: 'never ended' as const, how: 'there is no end to what happens' }]),
    ...simulation.statements.flatMap((statement) => paidTwice(simulation, statement)),
    ...simulation.statements.flatMap((statement) => sentTwiceAtOnce(simulation, statement)),
    ...attempts.flatMap(saidNotCharged),
    ...attempts.flatMap(arrivedAndLost),
    ...attempts.flatMap(neverEnded),
    ...simulation.windows.flatMap(commandsLeft),
    ...keysLost(simulation),
    ...overTheLimit(simulation),
    ...simulation.bugs.map((how) => ({ broken: 'unexpected error' as const, how })),
  ];
}

/** No statement has more billed sends than the person agreed to. */
function paidTwice(simulation: Simulation, statement: Statement): Violation[] {
  const { attempts, words, setting, windows } = simulation;
  const billed = attempts
    .filter((attempt) => attempt.statement === statement)
    .flatMap(({ uploads }) => uploads)
    .filter(isBilled);
  // Who does not want statements kept pays for each window that they are parsed in.
  const agreed = (setting.keepStatements ? 1 : windows.length) + (words.get(statement.name) ?? 0);
  if (billed.length <= agreed) return [];
  const when = billed.map(
    ({ sentAt, billedAt = 0 }) => `sent ${inSeconds(sentAt)}, billed ${inSeconds(billedAt)}`,
  );
  return [{ broken: 'paid twice', how: `${statement.name}: ${when.join('; ')}` }];
}

/** No two windows, and no two commands of one, have the same statement on its way at the same time. */
function sentTwiceAtOnce({ attempts }: Simulation, statement: Statement): Violation[] {
  const ways = attempts
    .filter((attempt) => attempt.statement === statement && !attempt.wish.sample)
    .flatMap(({ uploads, window }) =>
      uploads.map(({ sentAt, heardAt = window.diedAt }) => ({ sentAt, heardAt })),
    )
    .sort((one, other) => one.sentAt - other.sentAt);
  const early = ways.find(({ sentAt }, at) => sentAt < (ways[at - 1]?.heardAt ?? 0));
  return early
    ? [{ broken: 'sent twice at once', how: `${statement.name} at ${inSeconds(early.sentAt)}` }]
    : [];
}

/** Nobody is told that nothing was charged, or sent, when it was. */
function saidNotCharged({ statement, uploads, end }: Attempt): Violation[] {
  if (!end || !('problem' in end) || !uploads.some(isBilled)) return [];
  const { text } = problemMessage(end.problem, { file: statement.name, host: 'api' });
  const denies =
    end.problem.details.mayBeBilled === false || /nothing was (charged|sent)/i.test(text);
  return denies ? [{ broken: 'said not charged', how: `${end.problem.kind}: ${text}` }] : [];
}

/** What arrived and was paid for is shown, and kept if it can be. */
function arrivedAndLost({
  statement,
  wish,
  uploads,
  end,
  keptOrTold,
  window,
}: Attempt): Violation[] {
  const arrived = uploads.filter(({ arrivedAt }) => arrivedAt !== undefined);
  if (!end || arrived.length === 0) return [];
  const has = 'problem' in end ? end.problem.details.answer : end.parsed?.text;
  const lost = arrived.filter(({ answer }) => answer !== has);
  const how = 'problem' in end ? end.problem.kind : 'no problem';
  if (lost.length > 0) return [{ broken: 'arrived and lost', how: `${statement.name}: ${how}` }];
  const mustBeKept = 'parsed' in end && window.world.setting.keepStatements && !wish.sample;
  return mustBeKept && keptOrTold === false
    ? [{ broken: 'arrived and lost', how: `${statement.name} is not kept, and nobody was told` }]
    : [];
}

/** Nothing waits for ever, for a lock or whatever else. */
function neverEnded({ statement, end, window }: Attempt): Violation[] {
  return end || !window.alive
    ? []
    : [{ broken: 'never ended', how: `${statement.name} in process ${window.pid}` }];
}

function commandsLeft({ alive, pid, underWay }: EditorWindow): Violation[] {
  if (!alive) return [];
  return [...underWay].map((id) => ({ broken: 'never ended', how: `${id} in process ${pid}` }));
}

/** Who was handed a key has it, or was told that it could not be kept. */
function keysLost({ network }: Simulation): Violation[] {
  return network.deliveries
    .filter(({ window, keptOrTold }) => window.alive && keptOrTold !== true)
    .map(({ at }) => ({ broken: 'key lost', how: `delivered at ${inSeconds(at)}` }));
}

const MINUTE_MS = 60_000;
const SANDBOX = 'sandbox-with-json-responses';

/** No window sends more than is documented. */
function overTheLimit({ network: { departures } }: Simulation): Violation[] {
  const lanes = Map.groupBy(departures, ({ window, key }) => `${window.pid} ${key}`);
  for (const lane of lanes.values()) {
    const limit = lane[0]?.key === SANDBOX ? 10 : 60;
    for (const [at, { at: last }] of lane.entries()) {
      const first = lane[at - limit];
      if (first && last - first.at < MINUTE_MS)
        return [
          {
            broken: 'over the limit',
            how: `${limit + 1} requests within a minute at ${inSeconds(last)}`,
          },
        ];
    }
  }
  return [];
}

function isBilled({ billedAt }: Upload): boolean {
  return billedAt !== undefined;
}

function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(3)} s`;
}
