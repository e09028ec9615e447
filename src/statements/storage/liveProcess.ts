import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import * as z from 'zod/mini';
import { errorCode } from './storageIssue.ts';

/** Names one process so that it is not taken for a later one with the same number. */
export const processIdentity = z.object({
  pid: z.int().check(z.positive()),
  /** Random, made when the process started. */
  owner: z.uuid(),
  /** Boot and start time, on systems that tell (Linux). */
  start: z.optional(z.string()),
  /** The machine, or the container: only there the number means anything. */
  host: z.optional(z.string()),
  /** When this was written; milliseconds since 1970. */
  at: z.number(),
  /** Seconds that the machine had been running then, which nobody sets. */
  up: z.optional(z.number()),
});

export type ProcessIdentity = z.infer<typeof processIdentity>;

const owner = randomUUID();
const start = startOf(process.pid);
const host = hostHere();
/** The uptime is told in seconds, and a clock is set right now and then. */
const BOOT_SLACK_MS = 60_000;
/** A clock is not set by more than that while two windows are at the same statement. */
const CLOCK_DOUBT_MS = 7 * 24 * 60 * 60 * 1000;

export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, owner, ...(start && { start }), host, at: Date.now(), up: uptime() };
}

/** Whether it is or was a process of this machine and container, so that it can be seen whether it runs. */
export function isOfThisHost(identity: ProcessIdentity): boolean {
  if (identity.host !== undefined) return identity.host === host;
  return identity.start === undefined || bootOf(identity.start) === bootOf(start ?? '');
}

export function isThisProcess(identity: ProcessIdentity): boolean {
  return identity.owner === owner;
}

/**
 * False only where the process is certainly gone. Without a start time (macOS, Windows) a number that was given to
 * another process since the last boot passes for the one that is gone.
 */
export function isRunning(identity: ProcessIdentity): boolean {
  if (isThisProcess(identity)) return true;
  if (identity.pid === process.pid) return false;
  try {
    process.kill(identity.pid, 0);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
  }
  const startNow = startOf(identity.pid);
  if (startNow === 'gone') return false;
  if (startNow !== undefined && identity.start !== undefined) return startNow === identity.start;
  return mayBeOfThisBoot(identity);
}

/** By the clock it was written since the last boot, or by no more before it than the clock may have been set forward since. */
function mayBeOfThisBoot({ at, up = Infinity }: ProcessIdentity): boolean {
  const bootedAt = Date.now() - uptime() * 1000;
  if (at > bootedAt - BOOT_SLACK_MS) return true;
  return up <= uptime() && at > bootedAt - CLOCK_DOUBT_MS;
}

/** Containers of one machine have processes with the same numbers, each in a namespace of its own. */
function hostHere(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

function bootOf(startTime: string): string | undefined {
  return startTime.split(' ')[0];
}

/**
 * Boot and start time from /proc, see proc_pid_stat(5): the 3rd field is the state, the 22nd the start in ticks.
 * @returns `undefined` where the system does not tell; `gone` for a process that ended and is only not buried yet
 */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The 2nd field is the program's name in parentheses, with any character in it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return 'gone';
    return fields[19] && `${boot} ${fields[19]}`;
  } catch {
    return undefined;
  }
}
