import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type QuickPickItem, Uri, commands, window } from 'vscode';

const PORTFOLIO =
  '{"mutual_funds": [{"amc": "Example AMC", "schemes": [{"name": "=Fund", "units": 1.50}]}]}';

/** Answers the questions of a command: which format, and where to. */
async function answering<T>(
  { format, target }: { format: string; target: string | undefined },
  command: () => Thenable<T>,
): Promise<{ result: T; told: string[] }> {
  const told: string[] = [];
  const { showQuickPick, showSaveDialog, showErrorMessage, showInformationMessage } = window;
  const listening = (message: string) => {
    told.push(message);
    return Promise.resolve(undefined);
  };
  Object.assign(window, {
    showQuickPick: (items: readonly QuickPickItem[]) =>
      Promise.resolve(items.find(({ label }) => label === format)),
    showSaveDialog: () => Promise.resolve(target === undefined ? undefined : Uri.file(target)),
    showErrorMessage: listening,
    showInformationMessage: listening,
  });
  try {
    return { result: await command(), told };
  } finally {
    Object.assign(window, {
      showQuickPick,
      showSaveDialog,
      showErrorMessage,
      showInformationMessage,
    });
  }
}

describe('Export Portfolio, called with a saved portfolio', () => {
  const exportPortfolio = (file: string) =>
    commands.executeCommand('casParser.exportPortfolio', Uri.file(file));

  async function saved(text: string): Promise<{ folder: string; file: string }> {
    const folder = await mkdtemp(join(tmpdir(), 'casparser-'));
    const file = join(folder, 'august.cas.json');
    await writeFile(file, text);
    return { folder, file };
  }

  it('writes what was chosen where it was said, and hands back nothing', async () => {
    const { folder, file } = await saved(PORTFOLIO);
    const target = join(folder, 'august.csv');
    const { result, told } = await answering({ format: 'Holdings as CSV', target }, () =>
      exportPortfolio(file),
    );
    assert.equal(result, undefined);
    assert.deepEqual(told, ['Exported to august.csv.']);
    const [header, line] = (await readFile(target, 'utf8')).split('\r\n');
    assert.match(line ?? '', /^folio,Example AMC,,Example AMC,,'=Fund,folio-untyped,1\.5,+$/);
    assert.equal(line?.split(',').length, header?.split(',').length);
  });

  it('tells what the format of another program could not say', async () => {
    const { folder, file } = await saved(PORTFOLIO);
    const target = join(folder, 'august.qif');
    const { told } = await answering({ format: 'QIF for GnuCash and KMyMoney', target }, () =>
      exportPortfolio(file),
    );
    assert.deepEqual(told, [
      'Exported to august.qif. What it could not say as the page does: holdings left out, because the statement names no day: 1.',
    ]);
    assert.equal(await readFile(target, 'utf8'), '');
  });

  it('leaves JSON as it is', async () => {
    const { folder, file } = await saved(PORTFOLIO);
    const target = join(folder, 'copy.cas.json');
    await answering({ format: 'JSON as Received', target }, () => exportPortfolio(file));
    assert.equal(await readFile(target, 'utf8'), PORTFOLIO);
  });

  it('writes nothing when the person gives up', async () => {
    const { folder, file } = await saved(PORTFOLIO);
    await answering({ format: 'Holdings as CSV', target: undefined }, () => exportPortfolio(file));
    assert.deepEqual(await readdir(folder), ['august.cas.json']);
  });

  it('tells about a file that is no portfolio, and writes nothing', async () => {
    const { folder, file } = await saved('[]');
    const target = join(folder, 'august.csv');
    const { told } = await answering({ format: 'Holdings as CSV', target }, () =>
      exportPortfolio(file),
    );
    assert.deepEqual(told, [
      'This is no portfolio that can be read; only its JSON can be exported.',
    ]);
    assert.deepEqual(await readdir(folder), ['august.cas.json']);
  });

  it('tells about a file that is not there', async () => {
    const { told } = await answering({ format: 'Holdings as CSV', target: undefined }, () =>
      exportPortfolio('/nowhere/none.cas.json'),
    );
    assert.deepEqual(told, [
      'none.cas.json cannot be read; check that it is there and that you may open it.',
    ]);
  });
});
