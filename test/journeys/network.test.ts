import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ConnectProxy, startConnectProxy } from '../service/connectProxy.ts';
import { Stage } from '../ui/stage.ts';

const certificates = join(import.meta.dirname, '../fixtures/tls');
/** Only the proxy knows where this is. */
const host = 'api.casparser.test';

describe('The way to the network that is set in VS Code', function () {
  let stage: Stage;
  let proxy: ConnectProxy;

  before(async () => {
    const [key, cert] = await Promise.all(
      ['key.pem', 'cert.pem'].map((file) => readFile(join(certificates, file), 'utf8')),
    );
    stage = await Stage.open({
      service: { tls: { key: key ?? '', cert: cert ?? '' } },
    });
    const port = Number(new URL(stage.service.origin).port);
    proxy = await startConnectProxy(() => port);
  });
  after(async () => {
    await stage.close();
    await proxy.close();
  });
  afterEach(async function () {
    await stage.afterTest(this.currentTest);
    await stage.workbench.clearNotifications();
  });

  const enterKey = async () => {
    await stage.workbench.runCommand('CAS Parser: Enter API Key');
    await stage.workbench.answer('CAS Parser API Key', stage.service.key);
  };
  const throughProxy = {
    'casParser.apiBaseUrl': `https://${host}`,
    // The certificate is for another name and from nobody: what is tested is the way, not the trust.
    'http.proxyStrictSSL': false,
  };

  it('refuses a self-signed certificate before anything is sent', async () => {
    await enterKey();
    const text = await stage.workbench.notificationText(
      /certificate of 127\.0\.0\.1:\d+ is not trusted/,
    );
    assert.match(text, /SELF_SIGNED_CERT.*nothing was sent/s);
    assert.equal(stage.service.requests.length, 0);
    await stage.workbench.picture('certificate-refused');
  });

  it('sends a parse through the proxy', async () => {
    const { workbench, service } = stage;
    await stage.set({ ...throughProxy, 'http.proxy': proxy.url });
    await enterKey();
    await workbench.creditsText('34 credits');
    await stage.parseFromExplorer('no-password.pdf');
    await workbench.portfolio('Sample Investor');
    assert.ok(proxy.calls.length >= 2);
    for (const { asked } of proxy.calls) assert.equal(asked, `CONNECT ${host}:443`);
    assert.deepEqual(
      service.requests.filter(({ path }) => path === '/v4/smart/parse').map(({ billed }) => billed),
      [1],
    );
    await workbench.closeAllEditors();
  });

  it('tells about a proxy that wants to know who asks', async () => {
    const { workbench, service } = stage;
    const before = service.requests.length;
    proxy.refuse = 407;
    await stage.parseFromExplorer('no-password.pdf');
    const text = await workbench.notificationText(
      /The proxy set in VS Code does not let the request/,
    );
    assert.match(text, /407.*nothing was sent/s);
    assert.equal(service.requests.length, before);
    await workbench.picture('proxy-refused');
    proxy.refuse = undefined;
  });
});
