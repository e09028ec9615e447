import { z } from 'zod';

import { inSeconds } from './account.ts';
import type { Account } from './account.ts';
import { json } from './answer.ts';
import type { Answer } from './answer.ts';
import type { Call } from './call.ts';
import { readJson } from './jsonBody.ts';

/** One request that came with an account's key. */
export interface UsageEntry {
  account: Account;
  requestId: string;
  feature: string;
  path: string;
  status: number;
  credits: number;
  at: number;
}

/** What each account's key was used for, oldest first. */
export class UsageLog {
  readonly #entries: UsageEntry[] = [];

  add(entry: UsageEntry): void {
    this.#entries.push(entry);
  }

  between(account: Account, from: number, to: number): UsageEntry[] {
    return this.#entries.filter(
      (entry) => entry.account === account && entry.at >= from && entry.at <= to,
    );
  }
}

const time = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), 'Input should be a valid datetime')
  .transform((text) => Date.parse(text));
const period = { start_time: time.optional(), end_time: time.optional() };
const logsBody = z.object({ ...period, limit: z.int().min(1).max(500).default(100) });
const summaryBody = z.object(period);

const thirtyDaysMs = 30 * 24 * 60 * 60 * 1000;

/** POST /v1/usage: newest first; 30 days and 100 entries unless asked otherwise. */
export function answerUsage(call: Call, account: Account, log: UsageLog, now: number): Answer {
  const { start_time, end_time, limit } = readJson(call, logsBody);
  const entries = log
    .between(account, start_time ?? now - thirtyDaysMs, end_time ?? now)
    .reverse()
    .slice(0, limit);
  return json(200, {
    status: 'success',
    count: entries.length,
    logs: entries.map((entry) => ({
      request_id: entry.requestId,
      feature: entry.feature,
      path: entry.path,
      status_code: entry.status,
      credits: entry.credits,
      timestamp: inSeconds(entry.at),
    })),
  });
}

/** POST /v1/usage/summary: from the start of the month unless asked otherwise. */
export function answerUsageSummary(
  call: Call,
  account: Account,
  log: UsageLog,
  now: number,
): Answer {
  const { start_time, end_time } = readJson(call, summaryBody);
  const entries = log.between(account, start_time ?? startOfMonth(now), end_time ?? now);
  const byFeature = Map.groupBy(entries, (entry) => entry.feature);
  return json(200, {
    status: 'success',
    summary: {
      total_credits: totalCredits(entries),
      total_requests: entries.length,
      by_feature: Array.from(byFeature, ([feature, used]) => ({
        feature,
        credits: totalCredits(used),
        requests: used.length,
      })),
    },
  });
}

function totalCredits(entries: UsageEntry[]): number {
  const sum = entries.reduce((total, entry) => total + entry.credits, 0);
  return Math.round(sum * 100) / 100;
}

function startOfMonth(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}
