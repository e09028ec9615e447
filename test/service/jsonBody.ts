import type { z } from 'zod';

import { unprocessable } from './refusals.ts';

/**
 * Reads a request's JSON by a schema. No body at all reads as `{}`: every account endpoint may be
 * called without one.
 * @throws Refusal 422 that names the field, never its value.
 */
export function readJson<T>(call: { body: Buffer }, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parseText(call.body.toString('utf8')));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw unprocessable(issue?.path.join('.') ?? '', issue?.message ?? 'Invalid body');
}

function parseText(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw unprocessable('', 'JSON decode error');
  }
}
