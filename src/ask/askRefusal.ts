import * as z from 'zod/mini';
import type { HttpAnswer } from '../service/http.ts';
import { misplacedKind, movedTo } from '../service/misplaced.ts';
import { AppError, type AppErrorKind } from '../service/appError.ts';
import { retryAfterSeconds } from '../service/retryAfter.ts';
import { serverNow } from '../service/answerDate.ts';
import { tellableWords } from '../service/withoutSecrets.ts';

const errorBody = z.object({
  error: z.optional(
    z.union([
      z.string(),
      z.object({ type: z.optional(z.string()), message: z.optional(z.string()) }),
    ]),
  ),
  detail: z.optional(z.unknown()),
  message: z.optional(z.string()),
});

const byType: ReadonlyMap<string, AppErrorKind> = new Map([
  ['authentication_error', 'signInRefused'],
  ['permission_error', 'notPermitted'],
  ['rate_limit_error', 'rateLimited'],
  ['budget_error', 'budgetUsedUp'],
]);

/** Too much was spent, which waiting does not mend: the same status as too many requests. */
const BUDGET = /budget|cost|spend|quota|credit/iu;
const NO_KEY = /not authenticated|invalid api key|missing authorization/iu;

/**
 * Why an answer of the ask service is none; undefined where it is one. 403 is a key that lacks a permission, but for a missing key as
 * well; 429 is a limit of requests, or a budget that is used up, which only the words tell apart.
 * @param body parsed; of a stream, the message of type `error`
 * @param secrets what the request held and the service's words may not repeat
 */
export function askRefusal(
  answer: HttpAnswer,
  body: unknown,
  secrets: readonly string[],
): AppError | undefined {
  const isOk = answer.status >= 200 && answer.status < 300;
  const { type, words } = readError(body);
  if (isOk && type === undefined) return undefined;
  const now = Date.now();
  return new AppError(misplacedKind(answer, body) ?? kindOf(answer.status, type, words), {
    httpStatus: answer.status,
    movedTo: movedTo(answer),
    serviceSays: words && tellableWords(words, secrets),
    retryAfter: retryAfterSeconds(answer.headers['retry-after'], serverNow(answer, now)),
    mayBeBilled: answer.status >= 500,
  });
}

function kindOf(status: number, type: string | undefined, words = ''): AppErrorKind {
  const limited = status === 429 || type === 'rate_limit_error';
  if (limited) return BUDGET.test(words) ? 'budgetUsedUp' : 'rateLimited';
  const known = type === undefined ? undefined : byType.get(type);
  if (known) return known;
  if (status === 401 || NO_KEY.test(words)) return 'signInRefused';
  if (status === 402) return 'budgetUsedUp';
  if (status === 403) return 'notPermitted';
  if (status === 408 || status === 504) return 'timeout';
  if (BUDGET.test(words) && status < 500) return 'budgetUsedUp';
  return status >= 500 ? 'serviceDown' : 'refused';
}

function readError(body: unknown): { type?: string | undefined; words?: string | undefined } {
  const { error, detail, message } = errorBody.safeParse(body).data ?? {};
  if (typeof error === 'object') return { type: error.type ?? 'error', words: error.message };
  if (error !== undefined) return { type: 'error', words: error };
  if (detail !== undefined) return { words: typeof detail === 'string' ? detail : 'refused' };
  return { words: message };
}
