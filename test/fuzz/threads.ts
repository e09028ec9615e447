import { Worker } from 'node:worker_threads';
import type { FuzzShare, Tried } from './fuzzMessages.ts';

export interface Fuzzed {
  /** How often each way to end was seen. */
  readonly outcomes: Map<string, number>;
  readonly slowest: number;
  readonly absorbed: number;
  /** What crashed or hung, in a line each. */
  readonly troubles: string[];
}

/** Longer than any of these small files may take, on a machine with much else to do. */
const LONGEST_MS = 15_000;

/** Tries inputs in threads side by side. A thread that dies or hangs is noted, and another goes on behind that input. */
export async function fuzzInThreads(count: number, seed: number, threads: number): Promise<Fuzzed> {
  const fuzzed = { outcomes: new Map<string, number>(), slowest: 0, absorbed: 0, troubles: [] };
  const shares = Array.from({ length: threads }, (_, first) => ({
    count,
    seed,
    first,
    of: threads,
  }));
  await Promise.all(shares.map((share) => tryShare(share, fuzzed)));
  return fuzzed;
}

async function tryShare(
  share: FuzzShare,
  fuzzed: { -readonly [Key in keyof Fuzzed]: Fuzzed[Key] },
): Promise<void> {
  for (let { first } = share; first < share.count;) {
    const stuckAt = await tryFrom({ ...share, first }, (tried) => {
      const { name, outcome, milliseconds, absorbed } = tried;
      if (outcome === null) return;
      fuzzed.outcomes.set(outcome, (fuzzed.outcomes.get(outcome) ?? 0) + 1);
      fuzzed.slowest = Math.max(fuzzed.slowest, milliseconds);
      fuzzed.absorbed += absorbed;
      if (outcome === 'crashed') fuzzed.troubles.push(`${name}: crashed`);
    });
    if (!stuckAt) return;
    fuzzed.troubles.push(`${stuckAt.name}: ${stuckAt.why}`);
    first = stuckAt.index + share.of;
  }
}

/** @returns where the thread died or hung; undefined when it came to its end */
function tryFrom(
  share: FuzzShare,
  onTried: (tried: Tried) => void,
): Promise<{ index: number; name: string; why: string } | undefined> {
  const thread = new Worker(new URL('fuzzThread.ts', import.meta.url), {
    workerData: share,
    resourceLimits: { maxOldGenerationSizeMb: 1024, stackSizeMb: 4 },
  });
  return new Promise((resolve) => {
    let at = { index: share.first, name: 'the first input' };
    let hung: NodeJS.Timeout | undefined;
    const stuck = (why: string): void => {
      clearTimeout(hung);
      resolve({ ...at, why });
      void thread.terminate();
    };
    thread.on('message', (tried: Tried) => {
      clearTimeout(hung);
      onTried(tried);
      at = tried;
      if (tried.outcome === null) hung = setTimeout(stuck, LONGEST_MS, 'hangs');
    });
    thread.on('error', (error) => stuck(`ends its thread: ${error.message}`));
    thread.on('exit', (code) => {
      clearTimeout(hung);
      if (code === 0) resolve(undefined);
      else stuck(`ends its thread with code ${code}`);
    });
  });
}
