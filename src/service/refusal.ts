import { answeredRequestId } from './answeredRequestId.ts';
import { creditWords } from './creditWords.ts';
import type { HttpAnswer } from './http.ts';
import { parseJson } from './json.ts';
import { misplacedKind, movedTo } from './misplaced.ts';
import { AppError, type AppErrorDetails, type AppErrorKind } from './appError.ts';
import { type ProblemWords, readProblemBody } from './problemBody.ts';
import { retryAfterSeconds } from './retryAfter.ts';
import { serverNow } from './answerDate.ts';
import { tellableWords } from './withoutSecrets.ts';

const byCode: ReadonlyMap<string, AppErrorKind> = new Map([
  ['INVALID_PASSWORD', 'passwordWrong'],
  ['INVALID_PDF', 'fileRefused'],
  ['UNSUPPORTED_FORMAT', 'notStatement'],
  ['FILE_TOO_LARGE', 'payloadTooLarge'],
  ['INSUFFICIENT_CREDITS', 'creditsUsedUp'],
  ['INVALID_API_KEY', 'keyRefused'],
  ['RATE_LIMITED', 'rateLimited'],
  ['PARSING_ERROR', 'serviceDown'],
  ['TIMEOUT', 'serviceDown'],
]);

/** The service's words, as documented and as seen; the first that fits decides. */
const byMessage: readonly (readonly [RegExp, AppErrorKind])[] = [
  [/invalid pdf file or password/i, 'passwordOrFileWrong'],
  [
    /no (pdf|file)|(pdf|file)( file| url)? (is |was )?(missing|required|not provided)|provide (either )?(a )?(pdf_file|pdf_url)/i,
    'pdfNotReceived',
  ],
  [/too large|size limit/i, 'payloadTooLarge'],
  [/password|decrypt|encrypt/i, 'passwordWrong'],
  [/unable to detect|unsupported|cas type/i, 'notStatement'],
  [/invalid pdf|scanned|tamper|corrupt/i, 'fileRefused'],
  [/access tokens cannot/i, 'refused'],
  [/rate limit|too many requests/i, 'rateLimited'],
  [/quota|credits|exhausted|limit (reached|exceeded)/i, 'creditsUsedUp'],
  [/api key/i, 'keyRefused'],
];

/** The names of the part that holds the PDF, by one page or another. */
const PDF_FIELDS = new Set(['pdf_file', 'file', 'pdf', 'pdf_url']);

const byStatus: Readonly<Record<number, AppErrorKind>> = {
  401: 'keyRefused',
  402: 'creditsUsedUp',
  413: 'payloadTooLarge',
  429: 'rateLimited',
};

/**
 * Names what an answer refuses, or `undefined` when it refuses nothing.
 * The order is: HTTP status, the body's `code`, its words (casparser.in error pages disagree with each other on all three); credits
 * that are used up come first, since they are told under 403 and 429 as well.
 * A 403 stays `refused`: key, quota and plan share one sentence there, and only the credits call tells them apart.
 * @param secrets what the request held and the service's words may not repeat
 */
export function refusal(
  answer: HttpAnswer,
  body: unknown,
  secrets: readonly (string | undefined)[],
): AppError | undefined {
  const said = readProblemBody(body);
  const { words, failed } = said;
  if (isOk(answer.status) && !failed) return undefined;
  return new AppError(kindOf(answer, said, body), {
    ...answerFacts(answer),
    serviceSays: words && tellableWords(words, secrets),
    overQuota: creditWords(answer) === 'perhaps' || undefined,
    mayBeBilled: answer.status >= 500 && !saysUnprocessed(answer),
  });
}

/**
 * What to tell about an answer, whatever it says.
 * @param now milliseconds since the epoch
 */
export function answerFacts(answer: HttpAnswer, now = Date.now()): AppErrorDetails {
  return {
    httpStatus: answer.status,
    requestId: answeredRequestId(answer),
    movedTo: movedTo(answer),
    retryAfter: retryAfterSeconds(answer.headers['retry-after'], serverNow(answer, now)),
  };
}

/**
 * True when the service says that it did not even look at the request. A 503 says so in the service's own words only: a proxy that
 * lost patience while the service was at work sends pages with `Retry-After`, too.
 */
export function saysUnprocessed(answer: HttpAnswer): boolean {
  if (answer.status === 429) return true;
  if (answer.status !== 503 || !('retry-after' in answer.headers)) return false;
  return readProblemBody(parseJson(answer.text)).words !== undefined;
}

function kindOf(answer: HttpAnswer, said: ProblemWords, body: unknown): AppErrorKind {
  const { status } = answer;
  const { code, words, missing } = said;
  if (creditWords(answer) === 'usedUp') return 'creditsUsedUp';
  const misplaced = misplacedKind(answer, body);
  if (misplaced) return misplaced;
  const known = byStatus[status];
  if (known) return known;
  const named = code === undefined ? undefined : byCode.get(code);
  if (named) return named;
  // A page of HTML comes from whatever stands before the service, not from the service.
  if (status >= 500 || (!isOk(status) && body === undefined)) return 'serviceDown';
  if (status === 403) return 'refused';
  if (missing.some((field) => PDF_FIELDS.has(field))) return 'pdfNotReceived';
  if (words !== undefined)
    for (const [pattern, kind] of byMessage) if (pattern.test(words)) return kind;
  return 'refused';
}

function isOk(status: number): boolean {
  return status >= 200 && status < 300;
}
