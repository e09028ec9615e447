import assert from 'node:assert/strict';
import { until } from '../patience.ts';
import { Stage } from '../ui/stage.ts';

describe('Several tabs of a browser on one server, as the person sees them', function () {
  let stage: Stage;

  before(async () => {
    stage = await Stage.open();
    await stage.signInWithKey();
  });
  after(() => stage.close());
  afterEach(async function () {
    await stage.afterTest(this.currentTest);
  });

  const address = () => stage.hosted.address(stage.workspace);
  const asked = () => stage.service.requests.filter(({ path }) => path === '/v1/credits');

  it('a key outlives a tab that writes its old secrets back', async () => {
    const { workbench, service } = stage;
    const other = await workbench.openTab(address());
    await workbench.page.bringToFront();
    await workbench.runCommand('CAS Parser: Replace API Key');
    const fresh = service.account.newKey ?? '';
    await workbench.answer('New Key of', fresh);
    await workbench.notificationText(/The new key works and is in use/);

    await other.page.bringToFront();
    await other.runCommand('Other Extension: Store a Secret');
    await other.notificationText('A secret was stored.');
    await other.page.close();

    await workbench.page.bringToFront();
    await workbench.goto(address());
    const before = asked().length;
    await workbench.runCommand('CAS Parser: Refresh Credits');
    await until(() => asked().length > before, 'The question for the credits');
    assert.equal(asked().at(-1)?.headers['x-api-key'], fresh);
    await workbench.clearNotifications();
  });
});
