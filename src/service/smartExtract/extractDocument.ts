import type { CallService } from '../client.ts';
import { parseJson } from '../json.ts';
import { AppError } from '../appError.ts';
import { answerFacts } from '../refusal.ts';
import { sendWhenSafe } from '../sendWhenSafe.ts';
import type { DocumentPart } from './documentPart.ts';
import type { KeyPair } from './openSession.ts';
import { smartExtractRefusal } from './smartExtractRefusal.ts';

/** A document as the JSON API takes it. */
export interface DocumentToExtract {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly documentType: string;
  readonly assetType: string;
  /** All of it when left out. */
  readonly part?: DocumentPart | undefined;
  /** YYYY-MM-DD; operating statements need both. */
  readonly period?: { readonly from: string; readonly to: string } | undefined;
}

/** Nobody says how long an extraction takes. */
const TIMEOUT_MS = 300_000;

/**
 * Extracts a document without the component (SmartExtract JSON API).
 * @param api path of the API, and the origin that the key is for
 * @returns the JSON as received
 * @throws AppError
 */
export async function extractDocument(
  call: CallService,
  api: { readonly path: string; readonly origin: string },
  { key, secret }: KeyPair,
  { fileName, mediaType, bytes, documentType, assetType, part, period }: DocumentToExtract,
  { signal, onWait }: { readonly signal: AbortSignal; readonly onWait: (until: number) => void },
): Promise<string> {
  const file = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
  const answer = await call({
    method: 'POST',
    path: `${api.path}/api/account/v1/extraction/document`,
    credential: { key: `${key}:${secret}`, origin: api.origin, presentedAs: 'basic' },
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      assetType,
      documentType,
      file,
      fileName,
      ...part,
      ...(period && { periodFrom: period.from, periodTo: period.to }),
    }),
    timeoutMs: TIMEOUT_MS,
    signal,
    onWait,
    insist: true,
    through: (send, timing) => (http) => sendWhenSafe(send, http, onWait, timing),
  });
  const body = parseJson(answer.text);
  const refused = smartExtractRefusal(answer, body, [key, secret]);
  if (refused) throw refused;
  if (body === undefined) throw new AppError('answerNotJson', answerFacts(answer));
  return answer.text;
}
