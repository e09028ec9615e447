import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TabInputCustom, Uri, commands, window } from 'vscode';

describe('A saved portfolio', () => {
  it('opens in the portfolio editor', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'casparser-')), 'august.cas.json');
    await writeFile(file, '{"investor": {"name": "Sample Investor"}}');
    await commands.executeCommand('vscode.open', Uri.file(file));
    const input = window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof TabInputCustom);
    assert.equal(input.viewType, 'casParser.portfolio');
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
