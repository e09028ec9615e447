import type { Dispatcher } from 'undici';
import type { HttpAnswer } from '../http.ts';

/** No refusal is longer; the rest is not read. */
const MOST_CHARACTERS = 64 * 1024;

/**
 * Hears what a server answers to a WebSocket that it refuses: undici tells those who open one only that it failed. A 401 is passed on as
 * another refusal, because undici would send the key a second time (Fetch standard, HTTP-network-or-cache fetch, step 14).
 * @returns the way to the network, and the refusal once there is one
 */
export function hearingRefusal(dispatcher: Dispatcher) {
  let refused: HttpAnswer | undefined;
  const hearing = dispatcher.compose((dispatch) => (options, handler) => {
    const heard: Dispatcher.DispatchHandler = Object.create(handler) as typeof handler;
    heard.onResponseStart = function (controller, status, headers, message) {
      refused = { status, headers: texts(headers), text: '' };
      return handler.onResponseStart?.call(
        this,
        controller,
        status === 401 ? 400 : status,
        headers,
        message,
      );
    };
    heard.onResponseData = function (controller, chunk) {
      if (refused && refused.text.length < MOST_CHARACTERS)
        refused = { ...refused, text: refused.text + chunk.toString() };
      return handler.onResponseData?.call(this, controller, chunk);
    };
    return dispatch(options, heard);
  });
  return { dispatcher: hearing, refusal: () => refused };
}

function texts(headers: Readonly<Record<string, string | string[] | undefined>>) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value ?? '')]),
  );
}
