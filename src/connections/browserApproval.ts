import { randomBytes } from 'node:crypto';
import type { ApprovalState } from '../service/approval.ts';
import { isAppError } from '../service/appError.ts';

/** Both documented: an approval link lives ten minutes and is to be asked after every five seconds. */
export const APPROVAL_LIFE_MS = 10 * 60_000;
export const POLL_INTERVAL_MS = 5_000;

export interface Approval {
  readonly key: string;
  readonly email: string | undefined;
}

export type ApprovalOutcome =
  | { readonly status: 'approved'; readonly approval: Approval }
  /** Declined, expired or collected elsewhere: the service does not say which. */
  | { readonly status: 'deadline' }
  /** The service gave an answer that ends the matter. */
  | { readonly status: 'ended'; readonly said: string | undefined };

export interface Clock {
  /** Milliseconds since the epoch: it must go on while the machine sleeps. */
  now(): number;
  /** Resolves after the time, or at once when woken. Rejects when the signal is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** 256 random bits as 64 hex digits: whoever holds it is handed the key. */
export function newApprovalToken(): string {
  return randomBytes(32).toString('hex');
}

/** The page on which the user approves. Its query holds nothing that a browser or an opener would re-encode. */
export function approvalUrl(appBase: URL, token: string): string {
  const path = `${appBase.pathname.replace(/\/$/, '')}/agent-auth`;
  return `${appBase.origin}${path}?token=${token}&client_name=VS%20Code`;
}

/**
 * Asks the service until the user has approved, it says otherwise, or ten minutes are over; once more at their end.
 * Failures of the network and of the service are waited out; `Retry-After` is obeyed.
 * @throws AppError `cancelled`, or any that asking again cannot mend
 */
export async function awaitApproval(
  poll: (signal: AbortSignal) => Promise<ApprovalState>,
  clock: Clock,
  signal: AbortSignal,
): Promise<ApprovalOutcome> {
  let lastLook = clock.now();
  let deadline = lastLook + APPROVAL_LIFE_MS;
  let wait = POLL_INTERVAL_MS;
  let notBefore = 0;
  /** A clock that was set back takes the times along, or this would go on for as long as it was set back by. */
  const now = () => {
    const back = Math.max(0, lastLook - clock.now());
    deadline -= back;
    notBefore -= back;
    lastLook = clock.now();
    return lastLook;
  };
  const untilAllowed = () => {
    const at = now();
    return Math.min(notBefore, deadline) - at;
  };
  for (;;) {
    const begin = now();
    await clock.sleep(Math.max(0, Math.min(wait, deadline - begin)), signal);
    // A wake-up does not override what the service asked for.
    for (let left = untilAllowed(); left > 0; left = untilAllowed())
      await clock.sleep(left, signal);
    const last = now() >= deadline;
    wait = POLL_INTERVAL_MS;
    try {
      const state = await poll(signal);
      if (state.status === 'approved') return { status: 'approved', approval: state };
      if (state.status === 'unknown') return { status: 'ended', said: state.said };
    } catch (error) {
      if (!isAppError(error)) throw error;
      if (error.details.httpStatus === 404 || error.details.httpStatus === 410)
        return { status: 'ended', said: undefined };
      if (!isPassing(error)) throw error;
      notBefore = now() + (error.details.retryAfter ?? 0) * 1000;
    }
    if (last) return { status: 'deadline' };
  }
}

function isPassing(error: unknown): boolean {
  return isAppError(
    error,
    'rateLimited',
    'serviceDown',
    'addressMoved',
    'addressWrong',
    'answerCutOff',
    'nameNotFound',
    'connectionRefused',
    'connectionLost',
    'timeout',
    'proxyRefused',
  );
}
