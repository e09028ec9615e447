import type { Misbehaviour } from '../service/misbehaviour.ts';

type Rule = Omit<Misbehaviour, 'on' | 'times'>;

const page = '<html><body><h1>Bad Gateway</h1></body></html>';
const failed = (msg: string, code?: string) => ({ status: 'failed', msg, ...(code && { code }) });

/**
 * Every way in which a parse can fail. Answers that follow processing are `late` without a delay.
 * @param timeoutMs after which the client waits no longer
 */
const parseFailures = (timeoutMs: number): readonly Rule[] => [
  { how: 'drop-before' },
  { how: 'drop-after' },
  { how: 'cut-off' },
  { how: 'hang' },
  { how: 'late', delayMs: 1.6 * timeoutMs },
  { status: 400, body: failed('Unable to detect CAS type') },
  { status: 401, body: failed('Authentication failed: API key is missing.') },
  { status: 402, body: failed('Out of credits', 'INSUFFICIENT_CREDITS') },
  { status: 403, body: failed('Authentication failed: API quota exceeded or invalid API key.') },
  { status: 413, body: page },
  { status: 422, body: failed('PDF exceeds 10MB', 'FILE_TOO_LARGE') },
  { status: 429, headers: { 'retry-after': '3' } },
  { status: 500 },
  { status: 500, how: 'late' },
  { status: 500, body: failed('Parsing failed', 'PARSING_ERROR') },
  { status: 502, body: page },
  { status: 502, body: page, how: 'late' },
  { status: 503 },
  { status: 503, headers: { 'retry-after': '2' } },
  { status: 504 },
  { status: 504, how: 'late' },
  { status: 200, body: failed('Unable to detect CAS type') },
  { status: 200, body: page },
  { status: 200, body: page, how: 'late' },
  { status: 200, body: '{"meta":{"cas_type":', how: 'late' },
  { status: 200, body: { other: 'shape' }, how: 'late' },
];

/** The usage log fails, too: then nobody knows what became of a request, until it is asked again. */
const usageFailures: readonly Rule[] = [
  { status: 500 },
  { how: 'drop-before' },
  { status: 403, body: { detail: 'Not now' } },
  { status: 200, body: page },
];

const PARSE_FAILS = 0.4;
const USAGE_FAILS = 0.2;
/** Of a parse, in real milliseconds. */
const LONGEST_PARSE_MS = 200;

/** What happens to so many requests of each kind, one after the other; those after them all go well. */
export function failuresAtRandom(
  count: number,
  random: () => number,
  timeoutMs: number,
): Misbehaviour[] {
  const failures = parseFailures(timeoutMs);
  const oneOf = (rules: readonly Rule[]) => rules[Math.floor(random() * rules.length)];
  const well = () => ({ delayMs: Math.round(random() * LONGEST_PARSE_MS) });
  return Array.from({ length: count }, () => [
    {
      on: 'parse' as const,
      times: 1,
      ...(random() < PARSE_FAILS ? oneOf(failures) : well()),
    },
    { on: 'usage' as const, times: 1, ...(random() < USAGE_FAILS ? oneOf(usageFailures) : {}) },
  ]).flat();
}

/** Each failure once, in its order: a short run meets them all. */
export function everyFailure(timeoutMs: number): Misbehaviour[] {
  return parseFailures(timeoutMs).map((rule) => ({ on: 'parse', times: 1, ...rule }));
}
