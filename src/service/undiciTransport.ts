import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { type Network, network } from './network.ts';
import type { HttpAnswer, HttpRequest, SendHttp } from './http.ts';
import { encodeMultipart } from './multipart.ts';
import { Problem } from './problem.ts';
import type { ProxyRules } from './proxyRules.ts';
import { transportProblem } from './transportProblem.ts';

/** No documented answer comes near this; a larger one is refused rather than held in memory. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** HTTP over undici, on the way to the network that the user set in VS Code. */
export function undiciTransport(proxyRules: () => ProxyRules): SendHttp {
  const open = network(proxyRules);
  return async (request) => {
    const { undici, dispatcher } = await open();
    return send(undici, dispatcher, request);
  };
}

async function send(
  undici: Network['undici'],
  dispatcher: Dispatcher,
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
    return {
      status: response.statusCode,
      headers: singleValues(response.headers),
      text: await readText(response.body),
    };
  } catch (error) {
    if (request.signal.aborted) throw new Problem('cancelled', { mayBeBilled: true });
    if (deadline.aborted) throw new Problem('timeout', { mayBeBilled: true });
    throw error instanceof Problem ? error : transportProblem(error, answering);
  }
}

function encoded({ headers, body }: HttpRequest) {
  if (typeof body !== 'object') return { headers, body: body ?? null };
  const form = encodeMultipart(body);
  return { headers: { ...headers, ...form.headers }, body: Readable.from(form.chunks) };
}

async function readText(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) throw new Problem('answerUnknown', { mayBeBilled: true });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function singleValues(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
