import { cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

const LOOK_MS = 200;
/** Share of all processors' time that the measured processes' neighbours may use. */
const QUIET = 0.15;

/**
 * Resolves once the machine has next to nothing to do, so that what is measured next is not slowed by what was before.
 * @param longestMs after which it resolves anyway: then other programs are at work, and the load average tells
 */
export async function quietMachine(longestMs: number): Promise<void> {
  const deadline = performance.now() + longestMs;
  for (let before = times(); ;) {
    await wait(LOOK_MS);
    const now = times();
    const busy = 1 - (now.idle - before.idle) / (now.all - before.all);
    if (busy < QUIET || performance.now() > deadline) return;
    before = now;
  }
}

function times(): { idle: number; all: number } {
  let idle = 0;
  let all = 0;
  for (const cpu of cpus()) {
    idle += cpu.times.idle;
    for (const spent of Object.values(cpu.times)) all += spent;
  }
  return { idle, all };
}
