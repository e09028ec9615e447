import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const DISK_BYTES = 64 * 1024;

/**
 * Does some work in a folder on a disk of its own, which can be filled up.
 * @returns false where this computer lets the tests mount no disk; then nothing was done
 */
export async function withFullDisk(
  folder: string,
  work: (fill: () => Promise<void>) => Promise<void>,
): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  await mkdir(folder, { recursive: true });
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', folder]);
  } catch {
    return false;
  }
  const fill = () =>
    writeFile(join(folder, 'filler'), Buffer.alloc(2 * DISK_BYTES)).catch(() => undefined);
  try {
    await work(fill);
  } finally {
    await run('umount', [folder]);
  }
  return true;
}
