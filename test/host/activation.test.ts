import assert from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import { commandIds } from '../../src/commands/ids.ts';
import { theExtension } from './extension.ts';

describe('Activation', () => {
  it('loads nothing but itself: neither the house nor undici', async () => {
    await theExtension().activate();
    const loaded = Object.keys(require.cache).filter((path) =>
      path.startsWith(theExtension().extensionPath),
    );
    assert.ok(loaded.some((path) => path.endsWith('extension.cjs')));
    assert.deepEqual(
      loaded.filter((path) => /house\.cjs|undici\.cjs/.test(path)),
      [],
    );
  });

  it('registers every command', async () => {
    const registered = await commands.getCommands(true);
    assert.deepEqual(
      commandIds.filter((id) => !registered.includes(id)),
      [],
    );
  });

  it('refuses an address from a workspace', async () => {
    await assert.rejects(async () =>
      workspace.getConfiguration('casParser').update('apiBaseUrl', 'https://evil.example', false),
    );
  });
});
