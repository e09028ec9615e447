import { basename, dirname } from 'node:path';
import { type FileNode, systemError } from '../disk.ts';
import { thisWindow, windowOrNone } from '../editorWindow.ts';

/** `node:fs/promises` on the simulated disk, as far as the product uses it. */
function later<T>(what: string, act: (disk: ReturnType<typeof theDisk>) => T): Promise<T> {
  const window = thisWindow();
  const { disk } = window.world;
  return disk.later(window, what, () => act(disk));
}

function theDisk() {
  return thisWindow().world.disk;
}

type Bytes = Uint8Array | string;

interface FolderEntry {
  readonly name: string;
  isDirectory(): boolean;
}

interface FileFacts {
  readonly ino: number;
  readonly mtimeMs: number;
  readonly size: number;
  isDirectory(): boolean;
}

export function chmod(): Promise<void> {
  return Promise.resolve();
}

export function link(from: string, to: string): Promise<void> {
  return later('link', (disk) => disk.link(from, to));
}

export function mkdir(path: string): Promise<string | undefined> {
  return later('mkdir', (disk) => disk.makeFolders(path));
}

export async function open(path: string, flags: string) {
  const node: FileNode = await later('open', (disk) =>
    flags === 'r' ? disk.find(path) : disk.write(path, '', flags.includes('x')),
  );
  return {
    writeFile: (bytes: Bytes) => later('write', (disk) => disk.fill(node, bytes)),
    // The disk loses nothing that was written: there is nothing to wait for.
    sync: () => Promise.resolve(),
    close: () => Promise.resolve(),
    readFile: () => later('read', () => Buffer.from(node.data)),
    stat: () => later('stat', () => statsOf(node)),
  };
}

export async function readFile(path: string, encoding?: string): Promise<Buffer | string> {
  const data = await later('read', (disk) => Buffer.from(disk.find(path).data));
  return encoding === undefined ? data : data.toString('utf8');
}

export function readdir(
  path: string,
  { withFileTypes = false, recursive = false } = {},
): Promise<string[] | FolderEntry[]> {
  return later('readdir', (disk) => {
    if (recursive)
      return [...disk.nodes.keys()]
        .filter((other) => other.startsWith(`${path}/`))
        .map((other) => other.slice(path.length + 1));
    const names = disk.list(path);
    if (!withFileTypes) return names;
    return names.map((name) => {
      const { kind } = disk.find(`${path}/${name}`);
      return { name, isDirectory: () => kind === 'folder' };
    });
  });
}

export function rename(from: string, to: string): Promise<void> {
  return later('rename', (disk) => disk.rename(from, to));
}

export function rm(path: string, options: { force?: boolean; recursive?: boolean } = {}) {
  return later('rm', (disk) => disk.remove(path, options));
}

export function unlink(path: string): Promise<void> {
  return later('rm', (disk) => disk.remove(path, {}));
}

export function stat(path: string): Promise<FileFacts> {
  return later('stat', (disk) => statsOf(disk.find(path)));
}

/** Only tells other machines that a lock is held, and there are none. */
export function utimes(): Promise<void> {
  return Promise.resolve();
}

export function writeFile(
  path: string,
  bytes: Bytes,
  { flag = 'w' }: { flag?: string } = {},
): Promise<void> {
  return later('write', (disk) => void disk.write(path, bytes, flag.includes('x')));
}

function statsOf({ ino, mtimeMs, data, kind }: FileNode): FileFacts {
  return { ino, mtimeMs, size: data.length, isDirectory: () => kind === 'folder' };
}

/** All processes are of one machine. */
export function readlinkSync(): string {
  return 'pid:[1]';
}

/** `node:fs`: what Linux tells of processes. On other systems there is nothing to read. */
export function readFileSync(path: string): string {
  const window = windowOrNone();
  const pid = Number(/^\/proc\/(\d+)\/stat$/.exec(path)?.[1]);
  if (basename(dirname(path)) === 'random') return 'boot';
  if (window && !window.world.isAlive(pid)) throw systemError('ENOENT');
  // As of 100, copies are of a system that tells nothing.
  if (pid >= 1_100) throw systemError('ENOENT');
  return `${pid} (node) S ${Array.from({ length: 18 }, () => 0).join(' ')} ${pid}`;
}
