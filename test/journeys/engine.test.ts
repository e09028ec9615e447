import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateStatement } from '../fixtures/statementsGenerator/generateStatement.ts';
import { until } from '../patience.ts';
import { Stage } from '../ui/stage.ts';

const SEED = 31;

describe('The engine of a window on a server, as the person sees it', function () {
  let stage: Stage;

  before(async () => {
    stage = await Stage.open({ settings: { 'casParser.engine': 'local' } });
    await stage.signInWithKey();
    for (const kind of ['cdsl', 'nsdl'] as const)
      await writeFile(
        join(stage.workspace, `private-${kind}.pdf`),
        generateStatement(kind, SEED).pdf,
      );
  });
  after(() => stage.close());
  afterEach(async function () {
    await stage.afterTest(this.currentTest);
    await stage.workbench.closeAllEditors();
    await stage.workbench.clearNotifications();
  });

  const dialog = () => stage.workbench.page.locator('.monaco-dialog-box');
  const uploads = () =>
    stage.service.requests.filter(({ path }) => path.startsWith('/v4/smart/parse')).length;
  const passwordFor = (kind: 'cdsl' | 'nsdl') => generateStatement(kind, SEED).password;
  const parse = (file: string) =>
    stage.workbench.chooseFromMenu(stage.workbench.explorerRow(file), 'Parse CAS PDF');

  it('stays this computer when another setting is written while the window is open', async () => {
    const { workbench, hosted } = stage;
    const written = () => readFile(join(hosted.data, 'User', 'settings.json'), 'utf8');
    await workbench.runCommand('View: Toggle Minimap');
    await until(async () => (await written()).includes('editor.minimap.enabled'));
    await parse('private-cdsl.pdf');
    await workbench.answer('Password of private-cdsl.pdf', passwordFor('cdsl'));
    await workbench.portfolio(/read on this computer/);
    assert.equal(uploads(), 0);
  });

  it('is asked about before anything is uploaded when the setting says otherwise', async () => {
    const { workbench } = stage;
    await stage.set({ 'casParser.engine': 'cloud' });
    await parse('private-nsdl.pdf');
    await dialog().waitFor();
    assert.match(await dialog().innerText(), /Statements were read on this computer until now/);
    await workbench.picture('engine-changed');
    await dialog().getByRole('button', { name: 'Read on This Computer' }).click();
    await workbench.answer('Password of private-nsdl.pdf', passwordFor('nsdl'));
    await workbench.portfolio(/read on this computer/);
    assert.equal(uploads(), 0);
  });

  it('uploads once that is agreed to, and then asks no more', async () => {
    const { workbench } = stage;
    await stage.parseFromExplorer('no-password.pdf');
    await dialog().waitFor();
    await dialog().getByRole('button', { name: 'Upload' }).click();
    await workbench.portfolio('Sample Investor');
    assert.equal(uploads(), 1);
    await workbench.closeAllEditors();
    await stage.parseFromExplorer('no-password.pdf');
    await workbench.portfolio('Sample Investor');
    assert.equal(uploads(), 2);
  });
});
