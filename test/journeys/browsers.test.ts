import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { Workbench } from '../editor/workbench.ts';
import { Stage } from '../ui/stage.ts';

describe('Two browsers on one server, each with secrets of its own, as the people see them', function () {
  let stage: Stage;
  let other: Workbench;

  before(async () => {
    stage = await Stage.open();
    await stage.signInWithKey();
    await stage.parseFromExplorer('no-password.pdf');
    await stage.workbench.portfolio('Sample Investor');
    await stage.workbench.closeAllEditors();
  });
  after(() => stage.close());
  afterEach(async function () {
    await stage.afterTest(this.currentTest);
  });

  const uploads = () => stage.service.requests.filter(({ path }) => path === '/v4/smart/parse');

  /** Names of all files in the server's storage, below it. */
  async function stored(): Promise<string[]> {
    const files = await readdir(stage.hosted.data, { recursive: true, withFileTypes: true });
    return files
      .filter((file) => file.isFile())
      .map(({ parentPath, name }) => `${parentPath}/${name}`);
  }
  const setAside = async () => (await stored()).filter((path) => path.includes('/set-aside/'));
  const kept = async () => (await stored()).filter((path) => path.endsWith('.cas')).sort();

  it('leave each other what they keep, and say whose it is', async () => {
    const ofTheFirst = await kept();
    assert.equal(ofTheFirst.length, 1);
    assert.equal(uploads().length, 1);

    other = await Workbench.open(stage.browser, stage.hosted.address(stage.workspace));
    await other.runCommand('CAS Parser: Enter API Key');
    await other.answer('CAS Parser API Key', stage.service.key);
    await other.notificationText(/The API key works/);
    await other.clearNotifications();
    await other.chooseFromMenu(other.explorerRow('no-password.pdf'), 'Parse CAS PDF');
    const said = await other.notificationText(/was parsed and paid for before/);
    assert.match(said, /kept by another browser/);
    assert.doesNotMatch(said, /damaged/);
    await other.picture('kept-by-another-browser');
    assert.equal(uploads().length, 1, 'nothing was sent');
    assert.deepEqual(await kept(), ofTheFirst);
    assert.deepEqual(await setAside(), []);
  });

  it('may each keep a copy of their own, and the first one opens its own at no cost', async () => {
    const ofTheFirst = await kept();
    await other.clickNotificationButton(/was parsed and paid for before/, 'Parse Again');
    await other.portfolio('Sample Investor');
    assert.equal(uploads().length, 2, 'the second one has paid for it');
    assert.equal((await kept()).length, 2);
    assert.ok((await kept()).includes(ofTheFirst[0] ?? ''), 'the first one’s is still there');
    await other.page.close();

    const { workbench } = stage;
    await workbench.page.bringToFront();
    await workbench.goto(stage.hosted.address(stage.workspace));
    await stage.parseSameFromExplorer('no-password.pdf');
    await workbench.portfolio('Sample Investor');
    assert.equal(uploads().length, 2);
    assert.deepEqual(await setAside(), []);
  });
});
