import assert from 'node:assert/strict';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Uri, commands, window } from 'vscode';

/** What the person was told while a command ran, with nobody there to press a button. */
async function toldBy(command: () => Thenable<unknown>): Promise<string[]> {
  const told: string[] = [];
  const { showErrorMessage, showWarningMessage } = window;
  const listening = (message: string) => {
    told.push(message);
    return Promise.resolve(undefined);
  };
  Object.assign(window, { showErrorMessage: listening, showWarningMessage: listening });
  try {
    await command();
  } finally {
    Object.assign(window, { showErrorMessage, showWarningMessage });
  }
  return told;
}

describe('Parse CAS PDF, called with a file', () => {
  const parse = (...args: unknown[]) => commands.executeCommand('casParser.parsePdf', ...args);

  it('tells about a file that does not exist', async () => {
    const told = await toldBy(() => parse(Uri.file('/nowhere/none.pdf')));
    assert.deepEqual(told, ['none.pdf is not there any more; choose the PDF again.']);
  });

  it('tells about a file that cannot be read', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'casparser-')), 'folder.pdf');
    await mkdir(folder);
    const told = await toldBy(() => parse(Uri.file(folder)));
    assert.deepEqual(told, [
      'folder.pdf cannot be read; check that you may open it, then try again.',
    ]);
  });

  it('tells about several files that cannot be sent, all at once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'casparser-'));
    const empty = join(folder, 'empty.pdf');
    const text = join(folder, 'text.pdf');
    await writeFile(empty, '');
    await writeFile(text, 'Dear investor');
    const told = await toldBy(() => parse(Uri.file(empty), [Uri.file(empty), Uri.file(text)]));
    assert.deepEqual(told, ['None of these files is a PDF that can be parsed.']);
  });

  it('hands back nothing', async () => {
    await toldBy(async () => {
      assert.equal(await parse(Uri.file('/nowhere/none.pdf')), undefined);
    });
  });
});
