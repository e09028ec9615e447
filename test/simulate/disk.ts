import type { SimulatedClock } from './clock.ts';
import { dirname } from 'node:path';

export interface FileNode {
  readonly kind: 'file' | 'folder';
  readonly ino: number;
  data: Buffer;
  mtimeMs: number;
}

/** Who works with the disk: what a process that was killed still wanted of it may happen or not. */
export interface DiskUser {
  readonly alive: boolean;
}

interface Pending {
  readonly user: DiskUser;
  readonly act: () => unknown;
}

/** A disk in memory. It may be full, slow, or its files may be held by others for a while. */
export class SimulatedDisk {
  readonly nodes = new Map<string, FileNode>();
  /** Until when, in milliseconds since the begin. */
  fullUntil = 0;
  slowUntil = 0;
  busyUntil = 0;
  readonly #clock: SimulatedClock;
  readonly #random: () => number;
  readonly #pending = new Set<Pending>();
  #ino = 1;

  constructor(clock: SimulatedClock, random: () => number) {
    this.#clock = clock;
    this.#random = random;
    this.nodes.set('/', this.#node('folder'));
  }

  /** Does something once the disk comes to it. It happens at one moment, and is told at that moment. */
  later<T>(user: DiskUser, what: string, act: () => T): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const pending = { user, act };
    this.#pending.add(pending);
    this.#clock.after(this.#latency(what), () => {
      if (!this.#pending.delete(pending) || !user.alive) return;
      try {
        resolve(act());
      } catch (error) {
        reject(error);
      }
    });
    return promise;
  }

  /** What a killed process had asked for just before: some of it is done still. */
  killed(user: DiskUser): void {
    for (const pending of [...this.#pending]) {
      if (pending.user !== user) continue;
      this.#pending.delete(pending);
      if (this.#random() < 0.5) continue;
      try {
        pending.act();
      } catch {
        // Nobody is there any more to be told.
      }
    }
  }

  /** Whether there is a file whose path begins and ends so. */
  has(begin: string, end: string): boolean {
    return [...this.nodes.keys()].some((path) => path.startsWith(begin) && path.endsWith(end));
  }

  find(path: string): FileNode {
    const node = this.nodes.get(path);
    if (!node) throw systemError('ENOENT');
    return node;
  }

  write(path: string, data: Uint8Array | string, exclusive: boolean): FileNode {
    if (exclusive && this.nodes.has(path)) throw systemError('EEXIST');
    this.find(dirname(path));
    const node = this.nodes.get(path) ?? this.#node('file');
    this.nodes.set(path, node);
    this.fill(node, data);
    return node;
  }

  fill(node: FileNode, data: Uint8Array | string): void {
    this.takeSpace();
    node.data = Buffer.from(data);
    node.mtimeMs = this.#clock.now();
  }

  /** @returns the first folder that was made */
  makeFolders(path: string): string | undefined {
    if (this.nodes.has(path)) return undefined;
    this.takeSpace();
    const first = this.makeFolders(dirname(path));
    this.nodes.set(path, this.#node('folder'));
    return first ?? path;
  }

  rename(from: string, to: string): void {
    if (this.#clock.elapsed < this.busyUntil && this.#random() < 0.7) throw systemError('EBUSY');
    const node = this.find(from);
    this.nodes.delete(from);
    this.nodes.set(to, node);
  }

  link(from: string, to: string): void {
    this.takeSpace();
    const node = this.find(from);
    if (this.nodes.has(to)) throw systemError('EEXIST');
    this.nodes.set(to, node);
  }

  remove(path: string, { force = false, recursive = false }): void {
    if (!this.nodes.has(path)) {
      if (force) return;
      throw systemError('ENOENT');
    }
    if (recursive)
      for (const below of this.nodes.keys())
        if (below.startsWith(`${path}/`)) this.nodes.delete(below);
    this.nodes.delete(path);
  }

  /** Names in a folder, in the order of the alphabet. */
  list(path: string): string[] {
    this.find(path);
    const start = `${path}/`;
    return [...this.nodes.keys()]
      .filter((other) => other.startsWith(start) && !other.slice(start.length).includes('/'))
      .map((other) => other.slice(start.length))
      .sort();
  }

  takeSpace(): void {
    if (this.#clock.elapsed < this.fullUntil) throw systemError('ENOSPC');
  }

  #node(kind: FileNode['kind']): FileNode {
    return { kind, ino: this.#ino++, data: Buffer.alloc(0), mtimeMs: this.#clock.now() };
  }

  /** Milliseconds. Deleting is what scanners and networks hold up longest. */
  #latency(what: string): number {
    const chance = this.#random();
    if (this.#clock.elapsed >= this.slowUntil) return chance;
    return what === 'rm' ? 1 + 600 * chance : 1 + 40 * chance * chance;
  }
}

/** As the system makes them, without a stack: that is what would take time. */
export function systemError(code: string): Error {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  const error = Object.assign(new Error(code), { code });
  Error.stackTraceLimit = limit;
  return error;
}
