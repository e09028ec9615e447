import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { SocketsSeen } from './socketWatch.ts';

const folder = `/proc/${workerData as number}`;
const before = socketsOf();
/** `AF_UNIX` sockets: pipes between processes. */
const LOCAL = 'local';
const local = new Set<string>();
const opened = new Map<string, string>();
let unlisted = new Set<string>();
let looks = 0;
const stop = new AbortController();
parentPort?.once('message', () => stop.abort());
parentPort?.postMessage('watching');

while (!stop.signal.aborted) {
  looks += 1;
  const unlistedBefore = unlisted;
  unlisted = new Set();
  for (const inode of socketsOf()) {
    if (before.has(inode) || opened.has(inode) || local.has(inode)) continue;
    const place = placeOf(inode);
    if (place === LOCAL) local.add(inode);
    else if (place !== undefined) opened.set(inode, place);
    // In no table: closed just now, as the pipes to a child process often are, or an internet socket that leads nowhere yet.
    else if (unlistedBefore.has(inode)) opened.set(inode, 'nowhere yet');
    else unlisted.add(inode);
  }
  await new Promise((resolve) => setImmediate(resolve));
}
const seen: SocketsSeen = { opened: [...opened.values()], looks };
parentPort?.postMessage(seen);

/** The inodes of a process's sockets of every kind. */
function socketsOf(): Set<string> {
  const inodes = new Set<string>();
  for (const fd of readdirSync(`${folder}/fd`)) {
    try {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/fd/${fd}`))?.[1];
      if (inode !== undefined) inodes.add(inode);
    } catch {
      // Closed since it was listed.
    }
  }
  return inodes;
}

/** Where an internet socket leads to; `LOCAL` for one between processes of this machine; undefined for one in no table. */
function placeOf(inode: string): string | undefined {
  const unix = readFileSync(`${folder}/net/unix`, 'latin1');
  if (new RegExp(`\\s${inode}(?:\\s|$)`, 'm').test(unix)) return LOCAL;
  for (const table of ['tcp', 'tcp6', 'udp', 'udp6']) {
    for (const line of readFileSync(`${folder}/net/${table}`, 'latin1').split('\n')) {
      const fields = line.trim().split(/\s+/);
      if (fields[9] === inode) return `${table} to ${fields[2] ?? ''}`;
    }
  }
  return undefined;
}
