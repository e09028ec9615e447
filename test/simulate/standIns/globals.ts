import { EditorWindow, thisWindow, windowOrNone } from '../editorWindow.ts';
import { systemError } from '../disk.ts';
import { theWorld } from '../world.ts';
import type { Planned } from '../clock.ts';

const RealDate = globalThis.Date;

/** What the modules of the product have in place of the globals of these names. */
class SimulatedDate extends RealDate {
  constructor(...time: [] | [string | number]) {
    if (time.length === 0) super(theWorld().clock.now());
    else super(...time);
  }

  static override now(): number {
    return theWorld().clock.now();
  }
}

export { SimulatedDate as Date };

export const Math = Object.create(globalThis.Math, {
  random: { value: () => theWorld().random() },
}) as typeof globalThis.Math;

/** A timer of a window that was closed does not fire. */
export function setTimeout(run: () => void, milliseconds = 0): Planned {
  const window = thisWindow();
  return window.world.clock.after(milliseconds, () => {
    if (window.alive) window.run(run);
  });
}

export function clearTimeout(timer: Planned | undefined): void {
  timer?.cancel();
}

/** Intervals only refresh what is shown, and there is no end to them: they are left out. */
export function setInterval(): Planned & { unref(): void } {
  return { cancel: () => undefined, unref: () => undefined };
}

export function clearInterval(): void {
  // None was set.
}

export const performance = { now: () => theWorld().clock.elapsed };

export const AbortSignal = {
  any: (signals: globalThis.AbortSignal[]) => globalThis.AbortSignal.any(signals),
  timeout(milliseconds: number): globalThis.AbortSignal {
    const ending = new AbortController();
    setTimeout(() => ending.abort(), milliseconds);
    return ending.signal;
  },
};

let loading = 0;

/** The copy of the modules that is being loaded: they ask for their process at once. */
export function loadingCopy(copy: number): void {
  loading = copy;
}

export const process = {
  platform: 'linux',
  execPath: globalThis.process.execPath,
  env: {},
  get pid(): number {
    return windowOrNone()?.pid ?? EditorWindow.pidOf(loading);
  },
  kill(pid: number): true {
    if (!theWorld().isAlive(pid)) throw systemError('ESRCH');
    return true;
  },
};
