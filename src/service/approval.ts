import type { CallService } from './client.ts';
import { parseJson } from './json.ts';
import { AppError } from './appError.ts';
import { answerFacts, refusal } from './refusal.ts';
import { approvalPoll } from './schemas.ts';
import { withoutSecrets } from './withoutSecrets.ts';

export type ApprovalState =
  | { readonly status: 'pending' }
  | { readonly status: 'approved'; readonly key: string; readonly email: string | undefined }
  /** A state that no documentation knows. */
  | { readonly status: 'unknown'; readonly said: string };

const TIMEOUT_MS = 10_000;

/**
 * Asks once whether the user has approved. The service delivers the key a single time.
 * @throws AppError
 */
export async function pollApproval(
  call: CallService,
  token: string,
  signal: AbortSignal,
): Promise<ApprovalState> {
  const answer = await call({
    method: 'GET',
    path: `/v1/agent-auth/token/${token}`,
    loggedPath: '/v1/agent-auth/token/{token}',
    timeoutMs: TIMEOUT_MS,
    signal,
  });
  const body = parseJson(answer.text);
  const refused = refusal(answer, body, [token]);
  if (refused) throw refused;
  const poll = approvalPoll.safeParse(body);
  if (!poll.success) throw new AppError('answerUnknown', answerFacts(answer));
  const { status, api_key: key, email } = poll.data;
  if (status === 'pending') return { status };
  if (status === 'approved' && key) return { status, key, email: email ?? undefined };
  return { status: 'unknown', said: withoutSecrets(status, [token]).slice(0, 60) };
}
