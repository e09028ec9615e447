import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { answerText } from './answerText.ts';
import { type Network, network } from './network.ts';
import type { HttpAnswer, HttpRequest, SendHttp } from './http.ts';
import { encodeMultipart } from './multipart.ts';
import { AppError } from './appError.ts';
import type { ProxyRules } from './proxyRules.ts';
import { transportProblem } from './transportProblem.ts';

/** HTTP over undici, on the way to the network that the user set in VS Code. */
export function undiciTransport(proxyRules: () => ProxyRules): SendHttp {
  const open = network(proxyRules);
  return async (request) => {
    return send(await open(), request);
  };
}

async function send(
  { undici, dispatcher, close }: Network,
  request: HttpRequest,
): Promise<HttpAnswer> {
  const deadline = AbortSignal.timeout(request.timeoutMs);
  const { headers, body } = encoded(request);
  let answering = false;
  try {
    const response = await undici.request(request.url, {
      dispatcher,
      method: request.method,
      headers,
      signal: AbortSignal.any([request.signal, deadline]),
      headersTimeout: 0,
      bodyTimeout: 0,
      body,
    });
    answering = true;
    const answered = singleValues(response.headers);
    const chunks = response.body as AsyncIterable<Buffer>;
    const text = await answerText(chunks, answered['content-encoding']);
    return { status: response.statusCode, headers: answered, text };
  } catch (error) {
    if (request.signal.aborted) throw new AppError('cancelled', { mayBeBilled: true });
    if (deadline.aborted) throw new AppError('timeout', { mayBeBilled: true });
    throw error instanceof AppError ? error : transportProblem(error, answering);
  } finally {
    close();
  }
}

function encoded({ headers: own, body }: HttpRequest) {
  // Without a word on it, any coding of the answer would be right (RFC 9110, section 12.5.3).
  const headers = { 'accept-encoding': 'identity', ...own };
  if (typeof body !== 'object') return { headers, body: body ?? null };
  const form = encodeMultipart(body);
  return { headers: { ...headers, ...form.headers }, body: Readable.from(form.chunks) };
}

function singleValues(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
