import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { streamTransport } from '../../../src/service/ask/streamTransport.ts';
import { until } from '../../patience.ts';
import { defaultRules, problemOf } from '../http/extensionClient.ts';

const MEGABYTE = 1024 * 1024;

/** A server that heeds no wish to close: it goes on sending. */
describe('a WebSocket', () => {
  let server: Server;
  let connected: Promise<Duplex>;
  let message: (socket: Duplex) => void;
  beforeEach(async () => {
    const { promise, resolve } = Promise.withResolvers<Duplex>();
    connected = promise;
    server = createServer();
    server.on('upgrade', ({ headers }, socket) => {
      const accept = createHash('sha1')
        .update(`${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
        .digest('base64');
      socket.on('error', () => undefined);
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
      );
      socket.once('data', () => {
        socket.resume();
        message(socket);
        resolve(socket);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    (await connected).destroy();
    server.close();
  });

  const ask = (signal: AbortSignal, told: string[] = []) => {
    const send = streamTransport({
      proxyRules: () => defaultRules,
      onMessage: (text) => {
        told.push(text);
        return text === 'done' ? { status: 200, headers: {}, text } : undefined;
      },
    });
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/stream`);
    return send({ method: 'GET', url, headers: {}, body: '{}', timeoutMs: 60_000, signal });
  };

  it('is closed when the answer has ended, although the server goes on', async () => {
    message = (socket) => {
      socket.write(frame('text', Buffer.from('done')));
      goOn(socket);
    };
    assert.equal((await ask(new AbortController().signal)).text, 'done');
    const socket = await connected;
    await until(() => socket.closed, 'the end of the connection');
  });

  it('is closed when the person gives up, although the server goes on', async () => {
    const leaving = new AbortController();
    message = (socket) => {
      goOn(socket);
      leaving.abort();
    };
    assert.equal((await problemOf(ask(leaving.signal))).kind, 'cancelled');
    const socket = await connected;
    await until(() => socket.closed, 'the end of the connection');
  });

  it('gives up an answer that is too large in one message, before it is there', async () => {
    message = (socket) => socket.write(frame('text', Buffer.alloc(1), 64 * MEGABYTE));
    const told: string[] = [];
    const { kind, details } = await problemOf(ask(new AbortController().signal, told));
    assert.deepEqual([kind, details.mayBeBilled, told], ['answerCutOff', true, []]);
  });

  it('gives up an answer that is too large in messages that are no text', async () => {
    message = (socket) => {
      for (let sent = 0; sent < 5; sent += 1) socket.write(frame('binary', Buffer.alloc(MEGABYTE)));
    };
    const { kind, details } = await problemOf(ask(new AbortController().signal));
    assert.deepEqual([kind, details.mayBeBilled], ['answerUnknown', true]);
  });
});

/** Sends for as long as there is somebody to send to. */
function goOn(socket: Duplex): void {
  const more = () => {
    if (!socket.writable) return;
    socket.write(frame('text', Buffer.from('more')));
    setTimeout(more, 1);
  };
  more();
}

/** A message in one frame (RFC 6455, section 5.2). */
function frame(kind: 'text' | 'binary', payload: Buffer, declared = payload.length): Buffer {
  const head = Buffer.alloc(10);
  head[0] = kind === 'text' ? 0x81 : 0x82;
  head[1] = 127;
  head.writeBigUInt64BE(BigInt(declared), 2);
  return Buffer.concat([head, payload]);
}
