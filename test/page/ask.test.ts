import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { messagesFor } from '../../src/ask/question.ts';
import { portfolioSummary } from '../../src/ask/portfolioSummary.ts';
import type { AskExchange, AskState } from '../../src/views/ask/askMessages.ts';
import { launchChromium } from '../editor/chromium.ts';
import { portfolioOf } from '../unit/portfolio/samples.ts';
import { axeViolations } from './axe.ts';
import { PageStage, themes } from './pageStage.ts';
import { settled } from './parts.ts';

const answers = join(import.meta.dirname, '../fixtures/answers');

const HOSTILE =
  '<img src=x onerror="alarm(1)"> [x](command:quit) \u202Egnp <script>alarm(2)</script>';

const state: AskState = {
  host: 'chat.example.com',
  perQuestion: '$0.05',
  spent: '$0.0126',
  perMonth: '$0.10',
  questions: 3,
  tokens: 963,
  exchanges: [],
};

function exchange(id: number, of: Partial<AskExchange>): AskExchange {
  const question = 'How much of it is in shares?';
  const step = 'done';
  const none = { until: null, answer: '', tokens: null, cost: null, problem: null, remedies: [] };
  return { id, question, sent: 'Figures …', masked: false, step, ...none, ...of };
}

describe('The box for questions about a portfolio', function () {
  let browser: Browser;
  let cdsl: string;
  before(async () => {
    browser = await launchChromium();
    cdsl = await readFile(join(answers, 'cdsl.json'), 'utf8');
  });
  after(() => browser.close());

  it('is there only when there is a service to ask', async () => {
    const stage = await PageStage.open(browser);
    await stage.show(cdsl);
    await settled(stage.page);
    assert.equal(await stage.page.getByLabel('Your question').count(), 0);
    await stage.send({ type: 'ask', ask: state });
    await stage.page.getByLabel('Your question').waitFor();
    await stage.page.getByText('This month: $0.0126 of $0.10, 3 questions, 963 tokens.').waitFor();
    await stage.send({ type: 'ask', ask: null });
    await stage.page.getByLabel('Your question').waitFor({ state: 'detached' });
    await stage.close();
  });

  it('asks with Enter, sends and cancels what is shown, and offers what to do about a failure', async () => {
    const stage = await PageStage.open(browser);
    const { page } = stage;
    await stage.show(cdsl);
    const ask = (...exchanges: AskExchange[]) =>
      stage.send({ type: 'ask', ask: { ...state, exchanges } });
    await ask();
    await page.getByLabel('Your question').fill('What is my debt share?');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('And of gold?');
    await page.keyboard.press('Enter');
    await ask(exchange(1, { step: 'preview', sent: 'Word for word' }));
    await page.getByText('It may cost $0.05 at the most.').waitFor();
    assert.equal(
      await page.getByRole('region', { name: 'What is sent' }).innerText(),
      'Word for word',
    );
    await page.getByRole('button', { name: 'Send' }).click();
    await ask(exchange(1, { step: 'waiting', until: Date.UTC(2026, 10, 28, 10) }));
    await page.getByText(/The limit of chat.example.com is reached; this is sent at \d/).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    const remedies = ['again', 'signIn', 'settings'] as const;
    await ask(exchange(1, { step: 'failed', problem: 'It failed.', remedies }));
    for (const name of ['Try Again', 'Sign In Again', 'Open Settings'])
      await page.getByRole('button', { name }).click();
    const sent = (await stage.sent()).filter(({ type }) => type.startsWith('ask'));
    assert.deepEqual(sent, [
      { type: 'askQuestion', question: 'What is my debt share?\nAnd of gold?' },
      { type: 'askSend', id: 1 },
      { type: 'askCancel', id: 1 },
      { type: 'askQuestion', question: 'How much of it is in shares?' },
      { type: 'askRemedy', remedy: 'signIn' },
      { type: 'askRemedy', remedy: 'settings' },
    ]);
    await stage.close();
  });

  it('shows an answer as text, whatever it says, with its cost and that it is no advice', async () => {
    const stage = await PageStage.open(browser);
    await stage.show(cdsl);
    const answered = { answer: HOSTILE, problem: HOSTILE, question: HOSTILE, sent: HOSTILE };
    await stage.send({
      type: 'ask',
      ask: { ...state, exchanges: [exchange(1, { ...answered, tokens: 321, cost: '$0.0042' })] },
    });
    await stage.page.getByText('321 tokens, $0.0042. Not investment advice.').waitFor();
    assert.match(await stage.page.locator('.reply').innerText(), /<img src=x onerror=/u);
    assert.equal(await stage.page.locator('.ask :is(img, script, a)').count(), 0);
    assert.deepEqual(stage.alarms, []);
    await stage.close();
  });

  it('hides the figures of questions and answers when the page is masked', async () => {
    const stage = await PageStage.open(browser);
    await stage.show(cdsl);
    const open = exchange(1, { question: 'Is 950018 much?', answer: 'It is ₹9,50,018.26.' });
    const masked = exchange(2, { masked: true, answer: 'Shares are 41.7 percent.' });
    await stage.send({ type: 'ask', ask: { ...state, exchanges: [open, masked] } });
    await stage.page.getByText('It is ₹9,50,018.26.').waitFor();
    await stage.send({ type: 'mask', masked: true });
    await stage.page.getByText('It is ₹•,•,•.•.').waitFor();
    await stage.page.getByText('Is • much?').waitFor();
    await stage.page.getByText('Shares are 41.7 percent.').waitFor();
    await stage.close();
  });

  for (const theme of themes)
    for (const width of theme === 'dark' ? [320, 400, 800, 1400] : [400, 1400])
      it(`is pictured in ${theme} at ${width} px, fits, and has nothing that keeps anyone out`, async () => {
        const stage = await PageStage.open(browser, { theme, width });
        await stage.show(cdsl);
        await settled(stage.page);
        const summary = portfolioSummary(portfolioOf(cdsl), false);
        const sent = messagesFor(summary, 'What is my debt share?')[0]?.content ?? '';
        const exchanges = [
          exchange(1, {
            answer:
              'Shares are 41.7 percent of this portfolio.\n\nThe largest is Example Industries.',
            tokens: 321,
            cost: '$0.0042',
          }),
          exchange(2, {
            step: 'failed',
            problem: 'chat.example.com does not accept these credentials; sign in there again.',
            remedies: ['signIn'],
          }),
          exchange(3, { step: 'answering', answer: 'Shares are ' }),
          exchange(4, { step: 'preview', question: 'What is my debt share?', sent }),
        ];
        await stage.send({ type: 'ask', ask: { ...state, exchanges } });
        await stage.page.getByRole('button', { name: 'Send' }).waitFor();
        await stage.picture(`ask-${theme}-${width}`);
        const overflow = await stage.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(overflow, 0);
        assert.deepEqual(await axeViolations(stage.page), []);
        assert.deepEqual(stage.alarms, []);
        await stage.close();
      });
});
