import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { type AskServer, startAskService } from '../service/ask/server.ts';
import { until } from '../patience.ts';
import { Stage, passwordOf } from '../ui/stage.ts';

const answers = join(import.meta.dirname, '../fixtures/answers');

describe('Asking about a portfolio', function () {
  let stage: Stage;
  let service: AskServer;

  before(async () => {
    service = await startAskService();
    stage = await Stage.open();
    await copyFile(join(answers, 'cdsl.json'), join(stage.workspace, 'cdsl.cas.json'));
  });
  after(async () => {
    await stage.close();
    await service.close();
  });
  afterEach(async function () {
    await stage.afterTest(this.currentTest);
  });

  async function open(): Promise<Frame> {
    await stage.workbench.explorerRow('cdsl.cas.json').dblclick();
    return stage.workbench.portfolio('Sample Investor');
  }

  it('is not to be seen before a service was added; adding one says which variable is not set, and asks where it goes [S4-7]', async () => {
    const { workbench } = stage;
    const page = await open();
    assert.equal(await page.getByLabel('Your question').count(), 0);
    await workbench.runCommand('CAS Parser: Add Connection');
    await workbench.pick('Ask Service');
    await workbench.page.locator('.quick-input-title', { hasText: 'Address' }).waitFor();
    assert.equal(await workbench.quickInput.inputValue(), '', 'no host is taken by itself');
    await workbench.quickInput.fill('http://chat.example.com/v1');
    await workbench.page.getByText(/A plain https:\/\/ address/).waitFor();
    await workbench.answer('Address of the Ask Service', `${service.origin}/v1`);
    await workbench.page.getByText(/The environment variable CLAUDE_API_KEY is not set/).waitFor();
    await workbench.answer('API Key of the Ask Service', service.key);
    await workbench.pick('As It Is Written');
    await workbench.notificationText(/a portfolio has a box for questions now/);
    await page.getByLabel('Your question').waitFor();
    assert.ok(service.requests.every(({ path }) => path.startsWith('/v1/usage')));
  });

  it('shows what is sent, word for word, then sends that and nothing else, and tells the cost', async () => {
    const { workbench } = stage;
    const page = await workbench.portfolio('Ask about this portfolio');
    await page.getByLabel('Your question').fill('Is sample investor mostly in shares?');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    const shown = page.getByRole('region', { name: 'What is sent' });
    await shown.waitFor();
    assert.equal(service.questions.length, 0, 'nothing was sent yet');
    await workbench.picture('ask-preview');
    const text = await shown.innerText();
    assert.match(text, /Value: ₹9,50,018\.26/u);
    assert.match(text, /Question: Is •••• mostly in shares\?$/u);
    assert.doesNotMatch(text, /Sample Investor|ABCDE1234F|1200000000000001|90000000/u);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('321 tokens, $0.0042. Not investment advice.').waitFor();
    assert.equal(await page.locator('.reply').innerText(), service.rules.answer);
    assert.deepEqual(
      service.questions.map(({ messages }) => messages),
      [[{ role: 'user', content: text }]],
    );
    const [streamed] = service.requests.filter(({ path }) => path.startsWith('/v1/stream'));
    assert.equal(streamed?.headers.authorization, `Bearer ${service.key}`);
    await page.getByText('This month: $0.0042 of $0.10, 1 question, 321 tokens.').waitFor();
    assert.ok(!(await page.content()).includes(service.key), 'the page never sees the key');
    await workbench.picture('ask-answer');
  });

  it('asks again without showing the same figures first; cancels while the answer comes', async () => {
    const page = await stage.workbench.portfolio('Ask about this portfolio');
    service.rules.pace = 400;
    await page.getByLabel('Your question').fill('And now?');
    await page.getByLabel('Your question').press('Enter');
    await page.getByText(/is answering …/).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText(/Cancelled\. What was sent may have cost something/).waitFor();
    service.rules.pace = 5;
  });

  it('answers the service’s checklist in Check Connection, and says when the key is revoked [S4-25]', async () => {
    const { workbench } = stage;
    const row = (text: string) =>
      workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: text });
    await workbench.runCommand('CAS Parser: Check Connection');
    await workbench.pick('Ask service');
    await row('Is the key valid, and not revoked?').filter({ hasText: 'yes' }).waitFor();
    await row('Is there budget left?').filter({ hasText: 'of $0.10 this month' }).waitFor();
    await workbench.picture('ask-check');
    await workbench.page.keyboard.press('Escape');
    const use = service.keys.get(service.key);
    assert.ok(use);
    service.keys.clear();
    await workbench.runCommand('CAS Parser: Check Connection');
    await workbench.pick('Ask service');
    await row('Is the key valid, and not revoked?').filter({ hasText: 'no' }).waitFor();
    await workbench.page.keyboard.press('Escape');
    const page = await workbench.portfolio('Ask about this portfolio');
    await page.getByLabel('Your question').fill('Still there?');
    await page.getByLabel('Your question').press('Enter');
    await page.getByText(/does not accept these credentials/).waitFor();
    await page.getByRole('button', { name: 'Sign In Again' }).waitFor();
    service.keys.set(service.key, use);
  });

  it('reads a key that stays in .env, whose address is only a suggestion, and offers to have git ignore it [S4-6] [S4-8]', async () => {
    const { workbench, workspace } = stage;
    execFileSync('git', ['init', '--quiet'], { cwd: workspace });
    const variables = `CLAUDE_API_KEY=${service.key}\nCLAUDE_API_URL=${service.origin}/v1\n`;
    await writeFile(join(workspace, '.env'), variables);
    await rm(join(workspace, '.gitignore'), { force: true });
    const asked = service.requests.filter(({ method }) => method === 'POST').length;
    await workbench.runCommand('CAS Parser: Add Connection');
    await workbench.pick('Ask Service');
    await workbench.pick('Use the Key That Is There');
    await workbench.page.locator('.quick-input-title', { hasText: 'Address' }).waitFor();
    assert.equal(await workbench.quickInput.inputValue(), `${service.origin}/v1`);
    await workbench.page.keyboard.press('Enter');
    await workbench.pick('One request, one answer');
    await workbench.clickNotificationButton(/git would commit it/, 'Add to .gitignore');
    const page = await workbench.portfolio('Ask about this portfolio');
    const told = page.getByText('321 tokens, $0.0042. Not investment advice.');
    const before = await told.count();
    await page.getByLabel('Your question').fill('In one piece?');
    await page.getByLabel('Your question').press('Enter');
    await told.nth(before).waitFor();
    assert.equal(service.requests.filter(({ method }) => method === 'POST').length, asked + 1);
  });

  it('leaves nothing behind when the connection is removed', async () => {
    const { workbench } = stage;
    await workbench.clearNotifications();
    await workbench.runCommand('CAS Parser: Remove Connection');
    await workbench.pick('Ask service');
    await workbench.notificationText(/^Removed/);
    const page = await workbench.portfolio('Sample Investor');
    await page.getByLabel('Your question').waitFor({ state: 'detached' });
  });
});

describe('Another extension, using our tools', function () {
  let stage: Stage;

  before(async () => {
    stage = await Stage.open({
      settings: { 'chat.disableAIFeatures': false },
    });
    await copyFile(join(answers, 'cdsl.json'), join(stage.workspace, 'cdsl.cas.json'));
  });
  after(() => stage.close());
  afterEach(async function () {
    await stage.afterTest(this.currentTest);
    await stage.workbench.closeAllEditors();
  });

  async function call(name: string, input: object): Promise<void> {
    await stage.workbench.runCommand('Other Extension: Call a Tool');
    await stage.workbench.answer('Call a Tool', `${name} ${JSON.stringify(input)}`);
  }

  it('learns what a saved portfolio holds, and not whose it is', async () => {
    const { workbench } = stage;
    await call('casparser_allocation', { statement: 'cdsl.cas.json' });
    const lines = workbench.page.locator('.editor-instance .view-lines');
    await lines.filter({ hasText: '"part":"shares"' }).waitFor();
    await workbench.picture('tool-call');
    assert.doesNotMatch(await lines.innerText(), /Sample.Investor/u);
  });

  it('finds our MCP server among those that the editor starts', async () => {
    const { workbench } = stage;
    const server = workbench.page.locator('.quick-input-list .monaco-list-row', {
      hasText: 'CAS Parser',
    });
    await workbench.runCommand('MCP: List Servers');
    await server.click();
    await workbench.pick('Start Server');
    // The list closes when something else takes the focus, as the server's start may.
    await until(async () => {
      await workbench.runCommand('MCP: List Servers');
      await server.waitFor();
      const isRunning = await server.filter({ hasText: 'Running' }).isVisible();
      if (isRunning) await workbench.picture('mcp-servers');
      await workbench.page.keyboard.press('Escape');
      return isRunning;
    }, 'That the server runs');
  });

  it('has a statement parsed only when the person agrees to the credit it costs', async () => {
    const { workbench, service } = stage;
    await stage.signInWithKey();
    const file = 'cams-kfintech-detailed.pdf';
    const dialog = workbench.page.locator('.monaco-dialog-box');
    // Credits and usage may be asked for just then.
    const sent = () => service.requests.filter(({ path }) => path === '/v4/smart/parse').length;
    await call('casparser_parse_statement', { file });
    await dialog.filter({ hasText: '1 credit is used' }).waitFor();
    await workbench.picture('tool-confirmation');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await workbench.page.locator('.view-lines', { hasText: 'Refused' }).waitFor();
    assert.equal(sent(), 0, 'the statement did not go over the wire');
    await call('casparser_parse_statement', { file });
    await dialog.filter({ hasText: file }).getByRole('button', { name: 'Parse' }).click();
    await workbench.answer(/Password/, passwordOf(file));
    await workbench.page.locator('.view-lines', { hasText: '{"statement":"' }).waitFor();
    assert.equal(sent(), 1);
  });

  it('is told of statements that are kept on the computer only when the person agrees to it', async () => {
    const { workbench } = stage;
    const dialog = workbench.page.locator('.monaco-dialog-box');
    const lines = workbench.page.locator('.editor-instance .view-lines');
    const listed = async () => (await lines.innerText()).match(/"statement"/g)?.length;
    await call('casparser_list_statements', {});
    await dialog.filter({ hasText: 'Let language models read' }).waitFor();
    await workbench.picture('kept-for-models');
    await dialog.getByRole('button', { name: 'Only This Workspace' }).click();
    await lines.filter({ hasText: '"statement"' }).waitFor();
    assert.equal(await listed(), 1, 'the saved one');
    await workbench.closeAllEditors();
    await call('casparser_list_statements', {});
    await lines.filter({ hasText: '"statement"' }).waitFor();
    assert.equal(await listed(), 1, 'and it is not asked again');
  });
});
