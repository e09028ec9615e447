import type { Call, CallService } from '../client.ts';
import type { Credential } from '../credential.ts';
import type { AccountAnswer } from '../askAccount.ts';
import { parseJson } from '../json.ts';
import { sendFree } from '../sendFree.ts';
import { gatewayRefusal } from './gatewayRefusal.ts';

export interface GatewayQuestion extends Pick<Call, 'signal' | 'insist' | 'onWait'> {
  readonly path: string;
  /** GET when left out. */
  readonly method?: 'GET' | 'POST';
  readonly credential: Credential;
}

const TIMEOUT_MS = 10_000;

/** A question to a gateway: free of charge, so sent again when it fails for a moment. @throws AppError */
export async function askGateway(
  call: CallService,
  { path, method = 'GET', credential, signal, insist, onWait }: GatewayQuestion,
): Promise<AccountAnswer> {
  const answer = await call({
    method,
    path,
    credential,
    timeoutMs: TIMEOUT_MS,
    signal,
    insist,
    onWait,
    through: sendFree(onWait),
  });
  const body = parseJson(answer.text);
  const refused = gatewayRefusal(answer, body, [credential.key]);
  if (refused) throw refused;
  return { answer, body };
}
