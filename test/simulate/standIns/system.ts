import { randomUUID as realUuid } from 'node:crypto';
import { thisWindow, windowOrNone } from '../editorWindow.ts';
import { theWorld } from '../world.ts';

/** `node:crypto`: chance that is the same for the same seed. */
export function randomBytes(size: number): Buffer {
  const { random } = theWorld();
  return Buffer.from(Array.from({ length: size }, () => Math.floor(random() * 256)));
}

export function randomUUID(): string {
  if (!windowOrNone()) return realUuid();
  const hex = randomBytes(16).toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}

/** `node:os`: seconds since the machine was started, half an hour before the begin. */
export function uptime(): number {
  return 1_800 + theWorld().clock.elapsed / 1_000;
}

export function hostname(): string {
  return 'invented-host';
}

/** `node:timers/promises`. */
function sleep(milliseconds: number): Promise<void> {
  const window = thisWindow();
  return new Promise((resolve) => {
    window.world.clock.after(milliseconds, resolve);
  });
}
export { sleep as setTimeout };

type Done = (error: Error | null, bytes?: Buffer) => void;

/** `node:zlib`: threads would finish in another order each time, and how small things get is not the matter. */
export function deflate(bytes: Uint8Array, done: Done): void {
  done(null, Buffer.from(bytes));
}

export { deflate as inflate };
