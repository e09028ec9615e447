import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '../../patience.ts';
import { clientOf, parse, problemOf } from './extensionClient.ts';

/** A connection that is kept may die as the next request is sent on it, and nobody could tell whether that one was billed. */
describe('a connection', () => {
  let server: Server;
  let requests: IncomingMessage[];
  let open: number;
  let opened: number;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  beforeEach(async () => {
    [requests, open, opened] = [[], 0, 0];
    answer = (request, response) => {
      request.resume().once('end', () => response.end('{"meta":{}}'));
    };
    server = createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
      requests.push(request);
      answer(request, response);
    });
    server.on('connection', (socket) => {
      open += 1;
      opened += 1;
      socket.once('close', () => (open -= 1));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });
  const client = () => {
    const { port } = server.address() as AddressInfo;
    return clientOf({ origin: `http://127.0.0.1:${port}`, key: 'sk_1' });
  };

  it('carries one request only, although the server would keep it', async () => {
    const one = client();
    await parse(one);
    await parse(one);
    await Promise.all([parse(one), parse(one)]);
    assert.equal(requests.length, 4);
    assert.equal(opened, 4);
  });

  it('is closed once the answer is there', async () => {
    await parse(client());
    await until(() => open === 0, 'the end of the connection');
  });

  it('is not announced to be closed, which would make servers close it early', async () => {
    await parse(client());
    assert.equal(requests[0]?.headers.connection, 'keep-alive');
  });

  it('that breaks once the upload was read is not replaced by another one', async () => {
    answer = (request) => {
      request.resume().once('end', () => request.socket.destroy());
    };
    const { kind, details } = await problemOf(parse(client()));
    assert.deepEqual([kind, details.mayBeBilled], ['connectionLost', true]);
    assert.equal(opened, 1);
  });

  it('that breaks during the upload, without an answer, ends the request', async () => {
    answer = (request) => {
      request.once('data', () => request.socket.resetAndDestroy());
    };
    const pdf = Buffer.alloc(5_000_000, '%PDF-1.7\n');
    const { kind, details } = await problemOf(parse(client(), { pdf }));
    assert.deepEqual([kind, details.mayBeBilled], ['connectionLost', true]);
    assert.equal(opened, 1);
  });
});
