import { PassThrough } from 'node:stream';
import type { JSONRPCMessage, RequestId, Transport } from '@modelcontextprotocol/server';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';

/** It is answered with what changes from then on, to the end of the connection. */
const OPEN_ENDED = 'subscriptions/listen';

/**
 * Standard input and output of which the input ends once what it asked for is answered. The library gives up what it is working on as
 * soon as the input ends, and whoever pipes calls in would not hear the answers.
 */
export function answeringStdio(): Transport {
  const input = new PassThrough();
  const stdio = new StdioServerTransport(input, process.stdout);
  const unanswered = new Set<RequestId>();
  let ended = false;
  const endOnceAnswered = () => {
    if (ended && unanswered.size === 0) input.end();
  };
  const transport: Transport = {
    start: () => {
      stdio.onmessage = (message) => {
        noteAsked(message, unanswered);
        transport.onmessage?.(message);
      };
      stdio.onerror = (error) => transport.onerror?.(error);
      stdio.onclose = () => transport.onclose?.();
      const onEnd = () => {
        // What was read last has not been passed on yet.
        if (input.readableLength + input.writableLength > 0) setImmediate(onEnd);
        else {
          ended = true;
          endOnceAnswered();
        }
      };
      process.stdin.once('close', () => setImmediate(onEnd));
      process.stdin.once('end', () => setImmediate(onEnd));
      process.stdin.pipe(input, { end: false });
      return stdio.start();
    },
    send: async (message) => {
      await stdio.send(message);
      if (!('method' in message) && message.id !== undefined) unanswered.delete(message.id);
      endOnceAnswered();
    },
    close: () => stdio.close(),
  };
  return transport;
}

function noteAsked(message: JSONRPCMessage, unanswered: Set<RequestId>): void {
  if (!('method' in message)) return;
  if ('id' in message) {
    if (message.method !== OPEN_ENDED) unanswered.add(message.id);
    return;
  }
  const cancelled = message.params?.requestId;
  // Nobody waits for it any more, and it is not answered.
  if (message.method === 'notifications/cancelled' && cancelled !== undefined)
    unanswered.delete(cancelled as RequestId);
}
