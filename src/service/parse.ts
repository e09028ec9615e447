import { hasSection } from '../portfolio/answerSections.ts';
import { answeredRequestId } from './answeredRequestId.ts';
import type { Call, CallService } from './client.ts';
import type { Credential } from './credential.ts';
import { type Credits, fetchCredits } from './credits.ts';
import type { HttpAnswer } from './http.ts';
import { parseJson } from './json.ts';
import { parsesStatements } from './parsingFeatures.ts';
import { AppError, isAppError } from './appError.ts';
import { answerFacts, refusal } from './refusal.ts';
import { sendWhenSafe } from './sendWhenSafe.ts';
import { type Sends, unnotedSends } from './sends.ts';

export interface ParseUpload {
  readonly credential: Credential;
  readonly pdf: Uint8Array;
  /** `undefined` for a PDF that opens without one. */
  readonly password: string | undefined;
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
  /** Told when the request will be sent, in milliseconds since the epoch, each time that it has to wait. */
  readonly onWait: (until: number) => void;
  /** Gives each send an id of its own and writes it down; without it, nobody needs to know of them. */
  readonly sends?: Sends;
  /** Asks for the credits where the credential itself may not: an access token. @throws AppError */
  readonly credits?: () => Promise<Credits>;
  /** The person asked for it explicitly, just now. */
  readonly insist?: Call['insist'];
  /** A gateway that takes statements in place of CAS Parser: its own path, and how its refusals read. */
  readonly gateway?: { readonly path: string; readonly refusal: typeof refusal };
}

export interface ParseAnswer {
  /** The JSON as received. */
  readonly text: string;
  readonly requestId: string | undefined;
  /** What the account has left afterwards, where a header says so. A fraction perhaps. */
  readonly creditsLeft: number | undefined;
}

/**
 * Uploads a PDF to `/v4/smart/parse` and returns the portfolio's JSON. Costs one credit when it succeeds.
 * @throws AppError; its `mayBeBilled` is false only when the service certainly did not process the PDF
 */
export async function parseOnService(
  call: CallService,
  request: ParseUpload,
): Promise<ParseAnswer> {
  try {
    try {
      return await upload(call, request, 'pdf_file');
    } catch (error) {
      // The specification names the part `pdf_file`, the documentation pages `file`.
      if (!isAppError(error, 'pdfNotReceived')) throw error;
      return await upload(call, request, 'file');
    }
  } catch (error) {
    if (!isAppError(error) || !mayBeCredits(error) || request.gateway) throw error;
    throw new AppError(await forbiddenKind(call, request, error), error.details);
  }
}

async function upload(call: CallService, request: ParseUpload, part: string): Promise<ParseAnswer> {
  const { sends = unnotedSends, signal } = request;
  let requestId: string | undefined;
  let isFree = false;
  const begin: Sends['begin'] = async (credential) => {
    const sent = await sends.begin(credential);
    requestId = sent.requestId;
    isFree = false;
    return sent;
  };
  /** A 503 says that nothing was processed, but whoever says so may not be who was at work: the usage log has the last word. */
  const isUnprocessed = async ({ status }: HttpAnswer) =>
    (isFree =
      status === 429 || (requestId !== undefined && (await sends.isFree(requestId, signal))));
  const answer = await call({
    method: 'POST',
    path: request.gateway?.path ?? '/v4/smart/parse',
    credential: request.credential,
    sends: { begin },
    body: {
      // The file's own name often holds the investor's name or PAN, and the service does not need it.
      file: { part, name: 'statement.pdf', bytes: request.pdf },
      fields: request.password === undefined ? {} : { password: request.password },
    },
    timeoutMs: request.timeoutSeconds * 1000,
    signal,
    onWait: request.onWait,
    insist: request.insist,
    through: (send, timing) => (http) =>
      sendWhenSafe(send, http, request.onWait, timing, isUnprocessed),
  });
  try {
    return readParseAnswer(answer, request);
  } catch (error) {
    if (!isAppError(error)) throw error;
    throw new AppError(error.kind, {
      ...error.details,
      requestId: error.details.requestId ?? requestId,
      ...(answer.status >= 500 && { mayBeBilled: !isFree }),
    });
  }
}

/** Whether an answer is a portfolio in a form that is known. */
export function isPortfolio(text: string): boolean {
  return hasSection(parseJson(text));
}

function readParseAnswer(
  answer: HttpAnswer,
  { credential, password, gateway }: ParseUpload,
): ParseAnswer {
  const body = parseJson(answer.text);
  const refused = (gateway?.refusal ?? refusal)(answer, body, [credential.key, password]);
  if (refused) throw refused;
  // From here on the service says that it has done the work, so what it sent is kept whatever it is.
  const facts = { ...answerFacts(answer), mayBeBilled: true, answer: answer.text };
  if (body === undefined)
    throw new AppError(/^\s*[[{]/.test(answer.text) ? 'answerCutOff' : 'answerNotJson', facts);
  if (!hasSection(body)) throw new AppError('answerUnknown', facts);
  const left = answer.headers['x-credits-remaining'];
  return {
    text: answer.text,
    requestId: answeredRequestId(answer),
    // `X-Credits-Used` is one request's cost on one page and the period's sum on another, so it is not read.
    creditsLeft: left !== undefined && /^\d+(\.\d+)?$/.test(left) ? Number(left) : undefined,
  };
}

/** What a parse costs, in credits: an account may be left with a fraction of it. */
const COST = 1;

/** Refused for a reason that only the credits tell, or that they may put more exactly. */
function mayBeCredits({ kind, details }: AppError): boolean {
  if (kind === 'creditsUsedUp') return false;
  return details.httpStatus === 403 || details.overQuota === true;
}

/** One sentence serves for a bad key, a used-up quota and a plan without the feature; the credits tell which. */
async function forbiddenKind(
  call: CallService,
  { credential, signal, credits }: ParseUpload,
  { kind }: AppError,
): Promise<AppError['kind']> {
  try {
    const { remaining, features } = await (credits?.() ?? fetchCredits(call, credential, signal));
    if (typeof remaining === 'number' && remaining < COST) return 'creditsUsedUp';
    return features && !parsesStatements(features) ? 'planLacksFeature' : kind;
  } catch (error) {
    return isAppError(error, 'keyRefused') ? error.kind : kind;
  }
}
