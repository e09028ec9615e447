import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { ConfigurationTarget, Uri, commands, window, workspace } from 'vscode';

/** The local service that the test's parent runs, and a statement that it knows. */
interface Surroundings {
  readonly origin: string;
  readonly key: string;
  readonly pdf: string;
  readonly password: string;
}

/**
 * What the extension writes to its output channel. VS Code as tests host it does not show a log channel's text,
 * so the channel is heard here, where the extension asks for it.
 */
describe('The log', () => {
  const written: string[] = [];
  const told: string[] = [];
  let here: Surroundings;
  const original = {
    createOutputChannel: window.createOutputChannel,
    createInputBox: window.createInputBox,
    showInputBox: window.showInputBox,
    showErrorMessage: window.showErrorMessage,
    showWarningMessage: window.showWarningMessage,
    showInformationMessage: window.showInformationMessage,
  };

  before(async () => {
    here = JSON.parse(process.env.CASPARSER_SURROUNDINGS ?? '') as Surroundings;
    const write = (...parts: unknown[]) => written.push(parts.map(String).join(' '));
    const tell = (text: string) => {
      told.push(text);
      return Promise.resolve(undefined);
    };
    Object.assign(window, {
      createOutputChannel: () =>
        Object.fromEntries(
          [
            'trace',
            'debug',
            'info',
            'warn',
            'error',
            'append',
            'appendLine',
            'show',
            'dispose',
          ].map((method) => [method, write]),
        ),
      createInputBox: () => boxThatAnswers(here.password),
      showInputBox: () => Promise.resolve(here.key),
      showErrorMessage: tell,
      showWarningMessage: tell,
      showInformationMessage: tell,
    });
    await workspace
      .getConfiguration('casParser')
      .update('apiBaseUrl', here.origin, ConfigurationTarget.Global);
    await workspace
      .getConfiguration('casParser')
      .update('parseTimeout', 10, ConfigurationTarget.Global);
  });
  after(async () => {
    Object.assign(window, original);
    await commands.executeCommand('casParser.signOut');
    await workspace
      .getConfiguration('casParser')
      .update('apiBaseUrl', undefined, ConfigurationTarget.Global);
    await workspace
      .getConfiguration('casParser')
      .update('parseTimeout', undefined, ConfigurationTarget.Global);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** A statement of its own: what may have been paid for is looked up for two minutes before it is sent again. */
  async function another(number: number): Promise<string> {
    const path = here.pdf.replace(/\.pdf$/, `-${number}.pdf`);
    await writeFile(
      path,
      Buffer.concat([await readFile(here.pdf), Buffer.from(`\n% ${number}\n`)]),
    );
    return path;
  }

  async function parseWith(misbehaviour: object | undefined, pdf = here.pdf): Promise<void> {
    if (misbehaviour)
      await fetch(`${here.origin}/stand-in/misbehave`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ on: 'parse', times: 1, ...misbehaviour }),
      });
    await commands.executeCommand('casParser.parsePdf', Uri.file(pdf));
  }

  it('tells method, path, status and request id of every exchange, and nothing of its content', async function () {
    assert.equal(await commands.executeCommand('casParser.enterApiKey'), true);
    const echo = `${here.key} ${here.password} ABCDE1234F Sample Investor 9000000001`;
    await parseWith({ status: 400, body: { status: 'failed', msg: `Refused: ${echo}` } });
    await parseWith({ status: 500, body: `<html>${echo}</html>` }, await another(1));
    await parseWith({ status: 200, body: echo }, await another(2));
    await parseWith({ status: 200, body: { echo } }, await another(3));
    // Paid for and lost: what comes after it is looked up, and not sent.
    await parseWith({ how: 'drop-after' });
    await parseWith(undefined);

    const log = written.join('\n');
    assert.match(log, /POST \/v1\/credits: HTTP 200 after \d+ ms, req_/);
    assert.match(log, /POST \/v4\/smart\/parse: HTTP 400 after \d+ ms, req_/);
    assert.match(log, /POST \/v4\/smart\/parse: connectionLost/);
    const fileName = here.pdf.slice(here.pdf.lastIndexOf('/') + 1);
    for (const secret of [here.key, here.password, 'ABCDE1234F', 'Sample', '9000000001', fileName])
      assert.ok(!log.includes(secret), 'nothing of the content');
    for (const secret of [here.key, here.password, 'ABCDE1234F'])
      assert.ok(!told.join('\n').includes(secret), 'and no secret in what the person is told');
    const answer = await readFile(here.pdf.replace(/\.pdf$/, '.json'), 'utf8');
    assert.ok(answer.includes('ABCDE1234F'), 'the statement does hold what was looked for');
  });
});

/** An input box whose person types the answer and presses Enter as soon as it is shown. */
function boxThatAnswers(answer: string) {
  const accepts: (() => void)[] = [];
  const hides: (() => void)[] = [];
  return {
    value: '',
    onDidChangeValue: () => undefined,
    onDidTriggerButton: () => undefined,
    onDidAccept: (listener: () => void) => accepts.push(listener),
    onDidHide: (listener: () => void) => hides.push(listener),
    show() {
      this.value = answer;
      for (const accept of accepts) accept();
    },
    hide() {
      for (const hide of hides) hide();
    },
    dispose: () => undefined,
  };
}
