import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A process and all that it started. Other processes of this machine may be other tests, with the same fixtures. */
export async function processesBelow(root: number): Promise<string[]> {
  const parents = new Map<string, string>();
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const stat = await readFile(join('/proc', pid, 'stat'), 'latin1').catch(() => '');
    // The name stands in brackets and may itself hold any character.
    const [, parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    parents.set(pid, parent);
  }
  const isBelow = (pid: string | undefined): boolean =>
    pid !== undefined && (pid === String(root) || isBelow(parents.get(pid)));
  return [...parents.keys()].filter(isBelow);
}

/** The process in which VS Code runs the extensions of its window. */
export async function extensionHostBelow(root: number): Promise<number> {
  for (const pid of await processesBelow(root)) {
    const command = await readFile(join('/proc', pid, 'cmdline'), 'latin1').catch(() => '');
    if (command.includes('--type=extensionHost')) return Number(pid);
  }
  throw new Error('VS Code runs no extension host.');
}
