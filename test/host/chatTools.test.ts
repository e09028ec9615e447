import assert from 'node:assert/strict';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LanguageModelTextPart, Uri, lm, window, workspace } from 'vscode';
import { chatToolNames } from '../../src/commands/chat/toolNames.ts';
import { statementTools } from '../../src/tools/statementTools.ts';
import cdsl from '../fixtures/answers/cdsl.json' with { type: 'json' };
import { manifest } from './extension.ts';

describe('The tools for models', () => {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  const saved = Uri.joinPath(folder, 'host-cdsl.cas.json');

  const { showWarningMessage } = window;
  /** What the person was asked. Statements that other tests had parsed are kept by then. */
  const questions: string[] = [];

  before(async () => {
    await workspace.fs.writeFile(saved, new TextEncoder().encode(JSON.stringify(cdsl)));
    const answering = (question: string) => {
      questions.push(question);
      return Promise.resolve('Only This Workspace');
    };
    Object.assign(window, { showWarningMessage: answering });
  });
  after(async () => {
    Object.assign(window, { showWarningMessage });
    await workspace.fs.delete(saved);
  });

  async function invoke(name: string, input: object): Promise<string> {
    const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined });
    return content
      .map((part) => (part instanceof LanguageModelTextPart ? part.value : ''))
      .join('');
  }

  it('are in the manifest as the code has them, and known to the editor', () => {
    const { languageModelTools } = manifest().contributes;
    assert.deepEqual(
      languageModelTools.map(({ name }) => name),
      chatToolNames,
    );
    for (const { name, inputSchema, description } of statementTools) {
      const contributed = languageModelTools.find((one) => one.name === name);
      assert.deepEqual(contributed?.inputSchema, inputSchema(), name);
      assert.equal(contributed.modelDescription, description, name);
    }
    const known = lm.tools.map(({ name }) => name);
    assert.deepEqual(
      chatToolNames.filter((name) => !known.includes(name)),
      [],
    );
  });

  it('answer about a saved portfolio, called as a model’s client calls them', async () => {
    const { statements } = JSON.parse(await invoke('casparser_list_statements', {})) as {
      statements: { statement: string; investor: string; value: string }[];
    };
    const listed = statements.find(({ value }) => value === '₹9,50,018.26');
    assert.ok(listed);
    assert.equal(listed.investor, '••••');
    const held = await invoke('casparser_holdings', { statement: listed.statement });
    assert.match(held, /EXAMPLE INDUSTRIES LIMITED/u);
    assert.doesNotMatch(held, /Sample Investor|1200000000000001/u);
  });

  it('ask once before they tell what is kept of other folders', async () => {
    await invoke('casparser_list_statements', {});
    const asked = questions.filter((question) => question.includes('Let language models read'));
    assert.ok(asked.length <= 1, asked.join());
    assert.equal(asked.length, questions.length);
  });

  it('tell a model what it did wrong', async () => {
    await assert.rejects(
      invoke('casparser_holdings', { statement: 'nothing' }),
      /Call casparser_list_statements/u,
    );
  });

  it('have no PDF parsed that a link of the workspace leads to', async function () {
    // Windows lets only administrators make links.
    if (process.platform === 'win32') this.skip();
    const outside = await mkdtemp(join(tmpdir(), 'casparser-outside-'));
    const links = ['linked.pdf', 'linked'].map((name) => Uri.joinPath(folder, name).fsPath);
    try {
      await writeFile(join(outside, 'secret.pdf'), '%PDF-1.7');
      await symlink(join(outside, 'secret.pdf'), links[0] ?? '');
      await symlink(outside, links[1] ?? '');
      for (const file of ['linked.pdf', 'linked/secret.pdf'])
        await assert.rejects(
          invoke('casparser_parse_statement', { file }),
          /There is no such PDF in the workspace/u,
          file,
        );
    } finally {
      for (const path of [...links, outside]) await rm(path, { recursive: true, force: true });
    }
  });

  it('have no other file than a PDF of the workspace parsed', async () => {
    for (const file of ['host-cdsl.cas.json', '../secret.pdf', '/etc/passwd', 'none.pdf'])
      await assert.rejects(
        invoke('casparser_parse_statement', { file }),
        /There is no such PDF in the workspace/u,
        file,
      );
  });

  it('have no PDF uploaded that was changed while the person was asked', async () => {
    const pdf = Uri.joinPath(folder, 'changing.pdf').fsPath;
    await writeFile(pdf, '%PDF-1.7 as it was');
    const { showWarningMessage: answering } = window;
    const agreeing = async () => {
      await writeFile(pdf, '%PDF-1.7 as it is now');
      return 'Parse';
    };
    Object.assign(window, { showWarningMessage: agreeing });
    try {
      await assert.rejects(
        invoke('casparser_parse_statement', { file: 'changing.pdf' }),
        /has changed since the user was asked/u,
      );
    } finally {
      Object.assign(window, { showWarningMessage: answering });
      await rm(pdf);
    }
  });
});
