import type { HttpAnswer } from '../http.ts';
import { AppError, type AppErrorKind } from '../appError.ts';
import { answerFacts, refusal } from '../refusal.ts';
import { smartExtractProblem } from '../schemas.ts';
import { tellableWords } from '../withoutSecrets.ts';

/**
 * Names what SmartExtract refuses, or `undefined` when it refuses nothing. Its two documented 401s differ in their words
 * only, and have different remedies.
 * @param secrets what the request held and its words may not repeat
 */
export function smartExtractRefusal(
  answer: HttpAnswer,
  body: unknown,
  secrets: readonly string[],
): AppError | undefined {
  const { error } = smartExtractProblem.safeParse(body).data ?? {};
  const words = typeof error === 'string' ? error : error?.message;
  const kind = kindOf(answer.status, words ?? '');
  if (!kind) return refusal(answer, body, secrets);
  return new AppError(kind, {
    ...answerFacts(answer),
    serviceSays: words == null ? undefined : tellableWords(words, secrets),
    mayBeBilled: false,
  });
}

function kindOf(status: number, words: string): AppErrorKind | undefined {
  if (status === 401) return /disabled/i.test(words) ? 'apiKeyDisabled' : 'signInRefused';
  // A key without the role for what was asked.
  return status === 403 ? 'scopeMissing' : undefined;
}
