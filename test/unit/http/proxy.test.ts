import assert from 'node:assert/strict';

import { fetchCredits } from '../../../src/service/credits.ts';
import type { ProxyRules } from '../../../src/service/proxyRules.ts';
import { startCasParserService } from '../../service/server.ts';
import { clientOf, never, parse, problemOf } from './extensionClient.ts';
import { host, lax, proxyStage } from './proxyStage.ts';

describe('the proxy that is set in VS Code', function () {
  const stage = proxyStage();
  const proxyUrl = () => stage.proxy.url;

  async function goesThrough(given: Partial<ProxyRules>) {
    await parse(stage.clientOfUnknown(lax(given)));
    assert.deepEqual(stage.asked(), [`CONNECT ${host}:443`]);
    assert.equal(stage.service.requests.length, 1);
  }
  async function goesDirect(given: Partial<ProxyRules>) {
    await parse(stage.clientOfKnown(lax(given)));
    assert.deepEqual(stage.asked(), []);
    assert.equal(stage.service.requests.length, 1);
  }

  it('is gone through by a tunnel, in which alone the key and the PDF travel', async () => {
    await goesThrough({ proxy: proxyUrl() });
    const [request] = stage.service.requests;
    assert.equal(request?.headers['x-api-key'], stage.service.key);
    assert.equal(request.headers.host, host);
    assert.equal(request.parts?.[0]?.name, 'pdf_file');
    assert.ok(!JSON.stringify(stage.proxy.calls).includes(stage.service.key));
  });

  it('is gone through for the port of the address', async () => {
    await parse(stage.clientOfUnknown(lax({ proxy: proxyUrl() }), ':8443'));
    assert.deepEqual(stage.asked(), [`CONNECT ${host}:8443`]);
  });

  it('is gone through for credits as for a parse', async () => {
    const { call, credential } = stage.clientOfUnknown(lax({ proxy: proxyUrl() }));
    await fetchCredits(call, credential, never());
    assert.deepEqual(stage.asked(), [`CONNECT ${host}:443`]);
  });

  it('opens a tunnel of its own for each request', async () => {
    const client = stage.clientOfUnknown(lax({ proxy: proxyUrl() }));
    for (let n = 0; n < 2; n += 1) await parse(client);
    assert.equal(stage.proxy.calls.length, 2);
  });

  for (const support of ['on', 'override', 'fallback'] as const) {
    it(`counts with http.proxySupport "${support}"`, () =>
      goesThrough({ proxy: proxyUrl(), support }));
  }

  it('does not count with http.proxySupport "off"', async () => {
    process.env.HTTPS_PROXY = proxyUrl();
    await goesDirect({ proxy: proxyUrl(), support: 'off' });
  });

  it('counts from the next request on when it is changed', async () => {
    let current = lax({})();
    const client = stage.clientOfKnown(() => current);
    await parse(client);
    assert.equal(stage.proxy.calls.length, 0);
    current = lax({ proxy: proxyUrl() })();
    await parse(client);
    assert.equal(stage.proxy.calls.length, 1);
    current = lax({ proxy: proxyUrl(), noProxy: [host] })();
    await parse(client);
    assert.equal(stage.proxy.calls.length, 1);
    assert.equal(stage.service.requests.length, 3);
  });

  describe('is passed by', () => {
    for (const noProxy of [[host], ['.test'], ['other.example', `*.test`], ['*']]) {
      it(`when http.noProxy is ${noProxy.join(', ')}`, () =>
        goesDirect({ proxy: proxyUrl(), noProxy }));
    }

    it('for no other host than those', () =>
      goesThrough({ proxy: proxyUrl(), noProxy: ['parser.test', 'example.com', `x.${host}`] }));

    it('on the way to this computer, whatever is set', async () => {
      const local = await startCasParserService();
      try {
        local.misbehave({ on: 'parse', body: { meta: {} } });
        process.env.HTTP_PROXY = proxyUrl();
        process.env.HTTPS_PROXY = proxyUrl();
        stage.known.names.add('localhost');
        for (const noProxy of [[], ['example.com']]) {
          const given = lax({ proxy: proxyUrl(), noProxy });
          for (const { origin, key } of [local, stage.service])
            for (const name of ['127.0.0.1', 'localhost'])
              await parse(clientOf({ origin: origin.replace('127.0.0.1', name), key }, given));
          // The stand-in is not there, but neither is the proxy asked for it.
          const { call, credential } = clientOf({ origin: 'http://[::1]:9', key: 'sk_1' }, given);
          await problemOf(fetchCredits(call, credential, never()));
        }
        assert.deepEqual(stage.asked(), []);
        assert.equal(local.requests.length, 4);
        assert.equal(stage.service.requests.length, 4);
      } finally {
        await local.close();
      }
    });
  });

  describe('is taken from the environment when none is set', () => {
    for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']) {
      it(`from ${name}`, async () => {
        process.env[name] = proxyUrl();
        await goesThrough({ proxy: '' });
      });
    }

    for (const name of ['NO_PROXY', 'no_proxy']) {
      it(`unless ${name} names the host`, async () => {
        process.env.HTTPS_PROXY = proxyUrl();
        process.env[name] = `example.com, ${host}`;
        await goesDirect({});
      });
    }

    it('but what is set comes first', async () => {
      process.env.HTTPS_PROXY = 'http://127.0.0.1:9';
      process.env.NO_PROXY = host;
      await goesThrough({ proxy: proxyUrl(), noProxy: ['example.com'] });
    });
  });

  describe('is given', () => {
    const authorizations = () =>
      stage.proxy.calls.map(({ headers }) => headers['proxy-authorization']);

    it('http.proxyAuthorization, which the service never sees', async () => {
      await goesThrough({ proxy: proxyUrl(), authorization: 'Basic c2FtcGxlOnNlY3JldA==' });
      assert.deepEqual(authorizations(), ['Basic c2FtcGxlOnNlY3JldA==']);
      assert.ok(!('proxy-authorization' in (stage.service.requests[0]?.headers ?? {})));
    });

    it('the name and password of its address', async () => {
      await goesThrough({ proxy: proxyUrl().replace('//', '//sample:s%40cret@') });
      const expected = `Basic ${Buffer.from('sample:s@cret').toString('base64')}`;
      assert.deepEqual(authorizations(), [expected]);
    });

    it('no authorization when there is none', async () => {
      await goesThrough({ proxy: proxyUrl() });
      assert.deepEqual(authorizations(), [undefined]);
    });
  });
});
