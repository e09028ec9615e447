import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { undiciTransport } from '../../../src/service/undiciTransport.ts';
import { defaultRules } from './extensionClient.ts';

const portfolio = '{"meta":{"cas_type":"CDSL"}}';
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

describe('the text of an answer', () => {
  let server: Server;
  let answer: { headers: Record<string, string>; bytes: Buffer };
  let asked: (string | undefined)[];
  before(async () => {
    server = createServer((request, response) => {
      asked.push(request.headers['accept-encoding']);
      response.writeHead(200, answer.headers).end(answer.bytes);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  after(() => server.close());
  beforeEach(() => (asked = []));

  async function text(): Promise<string> {
    const { port } = server.address() as AddressInfo;
    const received = await undiciTransport(() => defaultRules)({
      method: 'GET',
      url: new URL(`http://127.0.0.1:${port}/`),
      headers: {},
      timeoutMs: 60_000,
      signal: new AbortController().signal,
    });
    return received.text;
  }

  it('is asked for as it is, in no coding', async () => {
    answer = { headers: {}, bytes: Buffer.from(portfolio) };
    assert.equal(await text(), portfolio);
    assert.deepEqual(asked, ['identity']);
  });

  it('begins behind a byte order mark', async () => {
    answer = { headers: {}, bytes: Buffer.concat([MARK, Buffer.from(portfolio)]) };
    assert.equal(await text(), portfolio);
  });

  const wide = Buffer.from('{"name":"\u0906\u0936\u093e"}', 'utf16le');
  for (const [what, bytes] of [
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), wide])],
    ['UTF-16, the other way round', Buffer.concat([Buffer.from([0xff, 0xfe]), wide]).swap16()],
    ['UTF-16 without a mark', wide],
    ['UTF-16 without a mark, the other way round', Buffer.from(wide).swap16()],
  ] as const)
    it(`is read where it is ${what}`, async () => {
      answer = { headers: { 'content-type': 'application/json; charset=utf-16' }, bytes };
      assert.equal(await text(), '{"name":"\u0906\u0936\u093e"}');
    });

  for (const [coding, encode] of [
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const) {
    it(`is had all the same when something in between applies ${coding}`, async () => {
      answer = { headers: { 'content-encoding': coding }, bytes: encode(portfolio) };
      assert.equal(await text(), portfolio);
    });
  }

  it('stays as it came where its coding is not what it says', async () => {
    answer = { headers: { 'content-encoding': 'gzip' }, bytes: Buffer.from(portfolio) };
    assert.equal(await text(), portfolio);
  });
});
