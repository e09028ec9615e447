import type { RecordedRequest } from '../service/recorder.ts';
import type { TestWindow } from '../unit/statements/testWindow.ts';
import { MINUTE_MS, mostWithin, paidByPdf, withKey } from './accounts.ts';
import { everyFailure, failuresAtRandom } from './failures.ts';
import { type FasterStageOptions, onFasterStage } from './fasterStage.ts';
import { growth, heapInUse } from './heap.ts';
import type { InventedStatement } from './inventStatements.ts';
import { seededRandom } from './seededRandom.ts';

export interface Soaked {
  readonly statements: number;
  /** Parsed and kept as the service sent it. */
  readonly parsed: number;
  /** Paid for, and reported as lost on the way. */
  readonly lost: number;
  /** Neither: nobody knows what became of them. */
  readonly unaccounted: number;
  readonly paidTwice: number;
  /** Paid for, and neither parsed nor reported as lost. */
  readonly paidInVain: number;
  readonly requests: number;
  /** The most requests with the key that left within a minute; 60 are permitted. */
  readonly mostSentInAMinute: number;
  /** The most that came to the service in that time, less what half a second of real time on the way makes. */
  readonly mostSeenInAMinute: number;
  /** Memory in use in the last quarter against the least. */
  readonly growth: number;
  /** Errors that nobody expected, and troubles of the storage. */
  readonly troubles: readonly unknown[];
}

/** The documented limit holds by a faster clock. */
const SPEED = 20;
/** Batches that a run is divided into; the memory is looked at after each. */
const BATCHES = 8;
const LONGEST_WAY_MS = 500;
const MOST_ROUNDS = 60;
const PASSWORD = 'Pass@1234';

/**
 * Parses statements, some of them encrypted, against a service that fails in every way there is, and tries again what
 * failed until each is parsed or reported as paid for and lost. Nobody ever agrees to pay again.
 * @param timeoutSeconds by the real clock; a machine that does other things needs more
 */
export function soak(parses: number, seed: number, timeoutSeconds = 0.5): Promise<Soaked> {
  const timeoutMs = timeoutSeconds * 1000;
  const stage: FasterStageOptions = {
    speed: SPEED,
    seed,
    timeoutSeconds,
    settledAfterMs: 2 * timeoutMs * SPEED,
    type: () => ({ password: PASSWORD, remember: false }),
  };
  return onFasterStage(stage, async ({ service, window, invent }) => {
    const before = (await service.requests()).length;
    await service.misbehave(everyFailure(timeoutMs));
    await service.misbehave(failuresAtRandom(2 * parses, seededRandom(seed), timeoutMs));
    const statements: InventedStatement[] = [];
    const heap: number[] = [];
    for (const count of shares(parses, BATCHES)) {
      // One in five has a password.
      const locked = Math.floor(count / 5);
      const batch = [...(await invent(locked, PASSWORD)), ...(await invent(count - locked))];
      statements.push(...batch);
      await parseAll(window, batch);
      heap.push(heapInUse());
    }
    const requests = (await service.requests()).slice(before);
    return { ...(await account(window, statements, requests)), growth: growth(heap) };
  });
}

/** What became of the statements, and of the money. */
async function account(
  window: TestWindow,
  statements: readonly InventedStatement[],
  requests: readonly RecordedRequest[],
): Promise<Omit<Soaked, 'growth'>> {
  const lost = new Set(lostOnes(window));
  const kept = await keptOnes(window, statements);
  const paid = paidByPdf(requests);
  const paidFor = statements.filter(({ hash }) => (paid.get(hash) ?? 0) > 0);
  return {
    statements: statements.length,
    parsed: kept.size,
    lost: lost.size,
    unaccounted: statements.filter(({ path }) => kept.has(path) === lost.has(path)).length,
    paidTwice: [...paid.values()].filter((credits) => credits > 1).length,
    paidInVain: paidFor.filter(({ path }) => !kept.has(path) && !lost.has(path)).length,
    requests: requests.length,
    mostSentInAMinute: mostWithin(MINUTE_MS, window.departures),
    mostSeenInAMinute: mostWithin(
      MINUTE_MS - SPEED * LONGEST_WAY_MS,
      withKey(requests).map(({ at }) => at),
    ),
    troubles: [...window.troubles, ...window.bugs],
  };
}

function shares(count: number, parts: number): number[] {
  return Array.from({ length: parts }, (_, at) =>
    Math.round(((at + 1) * count) / parts - Math.round((at * count) / parts)),
  );
}

/** A person who tries again what failed, and goes on after a stop, until there is nothing left to do. */
async function parseAll(
  window: TestWindow,
  statements: readonly InventedStatement[],
): Promise<void> {
  await window.batch.run(statements.map(({ path }) => path));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const left = window.batch.items.filter(
      ({ state }) => state.status !== 'parsed' && !isLost(state),
    );
    if (left.length === 0) return;
    await window.batch.retry(left.map(({ file }) => file));
  }
}

function isLost(state: TestWindow['batch']['items'][number]['state']): boolean {
  return (
    state.status === 'failed' &&
    state.problem.kind === 'answerLost' &&
    state.problem.details.mayBeBilled === true
  );
}

function lostOnes({ batch }: TestWindow): string[] {
  return batch.items.filter(({ state }) => isLost(state)).map(({ file }) => file);
}

/** Those that can be opened again for nothing, with the very portfolio that the service sent. */
async function keptOnes(
  window: TestWindow,
  statements: readonly InventedStatement[],
): Promise<Set<string>> {
  const kept = new Set<string>();
  for (const { path, hash, text } of statements)
    if ((await window.storage.statements.find(hash))?.text === text) kept.add(path);
  return kept;
}
