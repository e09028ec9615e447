import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes that are really in use. */
export function heapInUse(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

/**
 * How much more is in use at the end than before: the last quarter of the samples against the least of all, since V8
 * lets go of megabytes of code that was not run for a while, behind which a leak could hide.
 */
export function growth(samples: readonly number[]): number {
  const last = samples.slice(-Math.ceil(samples.length / 4));
  return last.reduce((sum, bytes) => sum + bytes, 0) / last.length / Math.min(...samples);
}
