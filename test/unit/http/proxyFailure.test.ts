import assert from 'node:assert/strict';
import { createServer as createTlsServer } from 'node:tls';
import type { AddressInfo } from 'node:net';

import { fetchCredits } from '../../../src/service/credits.ts';
import type { ProxyRules } from '../../../src/service/proxyRules.ts';
import { never, parse, problemOf } from './extensionClient.ts';
import { host, lax, proxyStage } from './proxyStage.ts';
import { selfSigned } from './tlsFiles.ts';

describe('a proxy that fails is named as what fails', () => {
  const stage = proxyStage();
  const proxyUrl = () => stage.proxy.url;

  async function proxyRefuses(given: Partial<ProxyRules>, code: string) {
    // A retry would call for a wait, and `parse` fails at any.
    const { kind, details } = await problemOf(parse(stage.clientOfUnknown(lax(given))));
    assert.deepEqual([kind, details.code], ['proxyRefused', code]);
    assert.equal(details.mayBeBilled, false);
    assert.match(details.requestId ?? '', /^req_/);
    assert.equal(stage.service.requests.length, 0);
    return details;
  }

  for (const status of [403, 407, 502]) {
    it(`when it answers ${status}`, async () => {
      stage.proxy.refuse = status;
      await proxyRefuses({ proxy: proxyUrl() }, String(status));
      assert.equal(stage.proxy.calls.length, 1);
    });
  }

  it('when it closes the connection', async () => {
    stage.proxy.refuse = 'drop';
    await proxyRefuses({ proxy: proxyUrl() }, 'UND_ERR_PRX_CONN');
  });

  it('when nothing listens at its address', () =>
    proxyRefuses({ proxy: 'http://127.0.0.1:9' }, 'ECONNREFUSED'));

  it('when its name is not known', () =>
    proxyRefuses({ proxy: 'http://proxy.test:3128' }, 'ENOTFOUND'));

  it('when it comes from the environment', async () => {
    process.env.HTTPS_PROXY = 'http://127.0.0.1:9';
    assert.equal((await proxyRefuses({}, 'ECONNREFUSED')).variable, 'HTTPS_PROXY');
  });

  for (const variable of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY'] as const)
    it(`when it is a SOCKS proxy that ${variable} names`, async () => {
      process.env[variable] = 'SOCKS5://127.0.0.1:9';
      assert.equal((await proxyRefuses({}, 'SOCKS')).variable, variable);
    });

  it('and not when the SOCKS proxy is for others', async () => {
    const behind = { proxy: 'socks5://127.0.0.1:9', noProxy: [host] };
    const { call, credential } = stage.clientOfKnown(lax(behind));
    assert.ok(await fetchCredits(call, credential, never()));
    process.env.HTTPS_PROXY = 'socks5://127.0.0.1:9';
    process.env.NO_PROXY = host;
    const named = stage.clientOfKnown(lax({}));
    assert.ok(await fetchCredits(named.call, named.credential, never()));
    process.env.NO_PROXY = '';
    const set = stage.clientOfUnknown(lax({ proxy: proxyUrl() }));
    assert.ok(await fetchCredits(set.call, set.credential, never()));
  });

  it('when its own certificate is not trusted', async () => {
    const secure = createTlsServer(selfSigned);
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    const { port } = secure.address() as AddressInfo;
    try {
      stage.known.names.add('localhost');
      const given = { proxy: `https://localhost:${port}`, strictSsl: true };
      await proxyRefuses(given, 'DEPTH_ZERO_SELF_SIGNED_CERT');
    } finally {
      secure.close();
    }
  });

  for (const [what, address, code] of [
    ['no address', 'nonsense', 'ERR_INVALID_URL'],
    ['an address without http://', 'proxy.test:3128', 'UND_ERR_INVALID_ARG'],
    ['a SOCKS4 proxy', 'socks4://127.0.0.1:9', 'SOCKS'],
    ['a SOCKS5 proxy', 'socks5://127.0.0.1:9', 'SOCKS'],
  ] as const) {
    it(`when it is ${what}`, () => proxyRefuses({ proxy: address }, code));
  }

  it('and not when the service behind it fails', async () => {
    stage.service.misbehave({ on: 'credits', how: 'drop-after' });
    const { call, credential } = stage.clientOfUnknown(lax({ proxy: proxyUrl() }));
    const { kind, details } = await problemOf(fetchCredits(call, credential, never()));
    assert.equal(kind, 'connectionLost');
    assert.equal(details.mayBeBilled, true);
  });

  it('and not when there is none', async () => {
    const { call, credential } = stage.clientOfUnknown(lax({}));
    const { kind, details } = await problemOf(fetchCredits(call, credential, never()));
    assert.deepEqual(
      [kind, details.code, details.mayBeBilled],
      ['nameNotFound', 'ENOTFOUND', false],
    );
  });
});
