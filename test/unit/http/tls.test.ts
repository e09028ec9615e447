import assert from 'node:assert/strict';
import { createSecureServer } from 'node:http2';
import { syncBuiltinESMExports } from 'node:module';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import { mock } from 'node:test';

import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { startConnectProxy } from '../../service/connectProxy.ts';
import { withoutProxyVariables } from './environment.ts';
import { clientOf, defaultRules, parse, problemOf } from './extensionClient.ts';
import { knowNoNames } from './names.ts';
import type { KnownNames } from './names.ts';
import { selfSigned } from './tlsFiles.ts';

describe('a secure connection', () => {
  let service: CasParserService;
  let known: KnownNames;
  let restore: (() => void)[];
  before(async () => (service = await startCasParserService({ tls: selfSigned })));
  after(() => service.close());
  beforeEach(() => {
    service.requests.length = 0;
    service.misbehave({ on: 'parse', body: { meta: {} } });
    known = knowNoNames();
    restore = [() => known.restore(), withoutProxyVariables()];
  });
  afterEach(() => restore.forEach((undo) => undo()));

  /** As if the user had installed the stand-in's certificate, or named it in NODE_EXTRA_CA_CERTS. */
  const trustCertificate = (among: 'default' | 'system') => {
    const trusted = mock.method(tls, 'getCACertificates', (type: string) =>
      type === among ? [selfSigned.cert] : [],
    );
    syncBuiltinESMExports();
    restore.push(() => {
      trusted.mock.restore();
      syncBuiltinESMExports();
    });
  };
  async function refusedAs(code: string, failing: Promise<unknown>) {
    const { kind, details } = await problemOf(failing);
    assert.deepEqual([kind, details.code], ['tlsRefused', code]);
    assert.equal(details.mayBeBilled, false);
    assert.match(details.requestId ?? '', /^req_/);
    assert.equal(service.requests.length, 0);
  }

  it('is refused, with nothing sent, to a certificate that signed itself', () =>
    refusedAs('DEPTH_ZERO_SELF_SIGNED_CERT', parse(clientOf(service))));

  it('is refused with http.proxySupport "off" as well', () =>
    refusedAs(
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      parse(clientOf(service, () => ({ ...defaultRules, support: 'off' }))),
    ));

  it('is refused behind a proxy, as the service’s fault and not the proxy’s', async () => {
    const proxy = await startConnectProxy(() => Number(new URL(service.origin).port));
    try {
      const client = clientOf({ origin: 'https://casparser.test', key: service.key }, () => ({
        ...defaultRules,
        proxy: proxy.url,
      }));
      await refusedAs('DEPTH_ZERO_SELF_SIGNED_CERT', parse(client));
      assert.equal(proxy.calls.length, 1);
    } finally {
      await proxy.close();
    }
  });

  it('is accepted all the same with http.proxyStrictSSL off', async () => {
    await parse(clientOf(service, () => ({ ...defaultRules, strictSsl: false })));
    assert.equal(service.requests.length, 1);
  });

  it('is accepted to a certificate that Node was told to trust', async () => {
    trustCertificate('default');
    await parse(clientOf(service));
    assert.equal(service.requests.length, 1);
  });

  it('is accepted to a certificate of the operating system, if http.systemCertificates is on', async () => {
    trustCertificate('system');
    await refusedAs('DEPTH_ZERO_SELF_SIGNED_CERT', parse(clientOf(service)));
    await parse(clientOf(service, () => ({ ...defaultRules, systemCertificates: true })));
    assert.equal(service.requests.length, 1);
  });

  it('is refused to a trusted certificate of another host', async () => {
    trustCertificate('default');
    known.names.add('casparser.test');
    const origin = service.origin.replace('127.0.0.1', 'casparser.test');
    await refusedAs('ERR_TLS_CERT_ALTNAME_INVALID', parse(clientOf({ ...service, origin })));
  });

  it('is refused to a server that speaks no TLS', async () => {
    const plain = await startCasParserService();
    try {
      const client = clientOf({ ...plain, origin: plain.origin.replace('http:', 'https:') });
      const { kind, details } = await problemOf(parse(client));
      assert.equal(kind, 'tlsRefused');
      assert.equal(details.mayBeBilled, false);
      assert.equal(plain.requests.length, 0);
    } finally {
      await plain.close();
    }
  });

  it('that is closed before it is secure has sent nothing', async () => {
    const closing = createServer((socket) => socket.once('data', () => socket.destroy()));
    await new Promise<void>((resolve) => closing.listen(0, '127.0.0.1', resolve));
    const { port } = closing.address() as AddressInfo;
    try {
      const client = clientOf({ origin: `https://127.0.0.1:${port}`, key: 'sk_1' });
      const { kind, details } = await problemOf(parse(client));
      assert.equal(kind, 'connectionLost');
      assert.equal(details.mayBeBilled, false);
    } finally {
      closing.close();
    }
  });

  it('carries one request only, even where the service offers HTTP/2', async () => {
    const versions: string[] = [];
    let connections = 0;
    const modern = createSecureServer({ ...selfSigned, allowHTTP1: true }, (request, response) => {
      versions.push(request.httpVersion);
      request.resume().once('end', () => response.end('{"meta":{}}'));
    });
    modern.on('secureConnection', () => (connections += 1));
    await new Promise<void>((resolve) => modern.listen(0, '127.0.0.1', resolve));
    const { port } = modern.address() as AddressInfo;
    try {
      const client = clientOf({ origin: `https://127.0.0.1:${port}`, key: 'sk_1' }, () => ({
        ...defaultRules,
        strictSsl: false,
      }));
      for (let n = 0; n < 2; n += 1) await parse(client);
      assert.deepEqual(versions, ['1.1', '1.1']);
      assert.equal(connections, 2);
    } finally {
      modern.close();
    }
  });
});
