import assert from 'node:assert/strict';
import {
  type Ledger,
  atLeast,
  entered,
  ledgerOf,
  mayCost,
  tokensOn,
} from '../../../src/ask/ledger.ts';
import { TOKENS_OF_DAY } from '../../../src/ask/tokensOfDay.ts';
import { TIER_LIMITS } from '../../../src/ask/tiers.ts';
import type { Account } from '../../../src/connections/account.ts';
import { askKeyAmong } from '../../../src/connections/ask/foundAskKeys.ts';
import { askBase } from '../../../src/connections/ask/askEndpoint.ts';
import { Decimal } from '../../../src/portfolio/decimal.ts';
import { KeyUse } from '../../service/ask/budget.ts';
import { AskStage } from '../connections/rows/askStage.ts';
import { problemIn, whatOf } from '../connections/rows/systemRow.ts';
import { never } from '../http/extensionClient.ts';

const dollars = (text: string) => Decimal.parse(text) ?? assert.fail();

describe('Questions to an ask service', function () {
  let stage: AskStage;
  beforeEach(async () => (stage = await AskStage.open()));
  afterEach(() => stage.close());

  const whole = () => stage.passing(stage.signIn('whole', stage.service.key));
  const streaming = () => stage.passing(stage.signIn('stream', stage.service.key));
  const ask = (account: Account) => stage.passing(stage.ask(account));
  const ledger = (account: Account): Ledger => stage.asks.ledger(account);
  const questions = () =>
    stage
      .arrived()
      .map(whatOf)
      .filter((what) => !what.endsWith('/usage'));

  it('say what they may cost and how long they may take, and note what they did cost [S4-22] [S4-26]', async () => {
    const account = await whole();
    const { text, usage } = await ask(account);
    assert.equal(text, stage.service.rules.answer);
    assert.equal(usage.tokens, 321);
    const [asked] = stage.service.questions;
    assert.equal(asked?.max_cost, 0.05);
    assert.equal(asked.timeout, 60);
    const day = new Date(stage.timing.now()).toISOString().slice(0, 10);
    assert.deepEqual(ledger(account), {
      month: day.slice(0, 7),
      spent: '0.0042',
      questions: 1,
      tokens: 321,
      day,
      tokensOfDay: 321,
    });
  });

  it('send the key in the header and the question alone in the body [S4-2] [S4-3]', async () => {
    await ask(await whole());
    const sent = stage.arrived().find(({ method }) => method === 'POST');
    assert.equal(sent?.headers.authorization, `Bearer ${stage.service.key}`);
    assert.equal(sent.headers['content-type'], 'application/json');
    assert.equal(sent.headers['x-api-key'], undefined);
    assert.deepEqual(stage.service.questions[0]?.messages, [{ role: 'user', content: 'Hello' }]);
  });

  it('are not sent once the month’s budget is used up, and cost no more than is left of it [S4-11] [S4-12]', async () => {
    const account = await whole();
    stage.limits = { ...stage.limits, perMonth: dollars('0.0052') };
    await ask(account);
    stage.service.rules.cost = 0.001;
    await ask(account);
    assert.equal(stage.service.questions[1]?.max_cost, 0.001);
    stage.forgetArrived();
    const { kind, details } = await problemIn(ask(account));
    assert.equal(kind, 'budgetUsedUp');
    assert.equal(details.mayBeBilled, false);
    assert.deepEqual(stage.arrived(), []);
  });

  it('are not sent once the tokens of the day are used up, and are again the next day [S4-11]', async () => {
    const account = await whole();
    stage.limits = { ...stage.limits, tokensPerDay: 642 };
    await ask(account);
    await ask(account);
    stage.forgetArrived();
    const { kind, details } = await problemIn(ask(account));
    assert.equal(kind, 'budgetUsedUp');
    assert.equal(details.mayBeBilled, false);
    assert.equal(details.code, TOKENS_OF_DAY);
    assert.deepEqual(stage.arrived(), []);
    assert.equal(tokensOn(ledger(account), stage.timing.now()), 642);
    assert.equal(tokensOn(ledger(account), stage.timing.now() + 86_400_000), 0);
  });

  it('are not sent again when the service says that the budget is used up', async () => {
    for (const way of [whole, streaming]) {
      const account = await way();
      const use = new KeyUse('free');
      use.spent = 0.0999;
      stage.service.keys.set(stage.service.key, use);
      stage.forgetArrived();
      const before = stage.timing.now();
      const { kind } = await problemIn(ask(account));
      assert.equal(kind, 'budgetUsedUp');
      assert.equal(questions().length, 1);
      assert.equal(stage.timing.now(), before, 'nothing was waited for');
    }
  });

  it('take in what the service counts this month, when an answer tells no cost [S4-23]', async () => {
    const account = await whole();
    stage.service.rules.cost = null;
    const use = stage.service.keys.get(stage.service.key);
    assert.ok(use);
    use.spent = 0.05;
    await ask(account);
    assert.equal(ledger(account).spent, '0.05');
    const month = await stage.passing(stage.asks.usage(account, never()));
    assert.equal(month.requests, 1);
    assert.equal(month.tokens, 321);
    assert.equal(month.cost?.toString(), '0.05');
    assert.equal(month.remaining?.toString(), '0.05');
  });

  it('keep the minute of their tier by themselves, and say until when they wait [S4-12] [S4-19]', async () => {
    const account = await whole();
    stage.limits = { ...stage.limits, perMonth: dollars('1'), perMinute: 10 };
    const use = stage.service.keys.get(stage.service.key);
    assert.ok(use);
    use.budget = 1;
    stage.service.rules.rateLimitHeaders = false;
    for (let count = 0; count < 11; count++) await ask(account);
    assert.ok(stage.arrived().every(({ answered }) => answered === 200));
    assert.ok(stage.waits.length > 0);
    const times = stage.arrived().map(({ at }) => at);
    assert.ok((times.at(-1) ?? 0) - (times[1] ?? 0) >= 60_000);
  });

  it('obey the headers of an answer, and wait for the reset that they name [S4-18] [S4-19] [S4-20]', async () => {
    const account = await whole();
    const reset = Math.ceil(stage.timing.now() / 1000) + 42;
    stage.service.replace({
      on: 'POST /v1/chat/completions',
      times: 1,
      status: 429,
      headers: {
        'X-RateLimit-Limit': '10',
        'X-RateLimit-Remaining': '0',
        'X-RateLimit-Reset': String(reset),
      },
      body: {
        error: { type: 'rate_limit_error', message: 'Rate limit exceeded. Reset in 42 seconds.' },
      },
    });
    await ask(account);
    const [refused, answered] = stage.arrived().filter(({ method }) => method === 'POST');
    assert.equal(refused?.answered, 429);
    assert.ok((answered?.at ?? 0) - refused.at >= 41_000);
    assert.ok(stage.waits.length > 0);
  });

  it('are given up after three refusals for the limit', async () => {
    const account = await whole();
    const body = { error: { type: 'rate_limit_error', message: 'Rate limit exceeded.' } };
    stage.service.replace({ on: 'POST /v1/chat/completions', status: 429, body });
    assert.equal((await problemIn(ask(account))).kind, 'rateLimited');
    assert.equal(questions().length, 3);
  });

  it('are not asked again by themselves once an answer had begun, and count as paid for', async () => {
    const account = await streaming();
    stage.service.rules.nextStream = 'limitedHalfway';
    const { kind, details } = await problemIn(ask(account));
    assert.equal(kind, 'rateLimited');
    assert.equal(details.mayBeBilled, true);
    assert.equal(questions().length, 1);
    // The service knows what it cost.
    assert.equal(ledger(account).spent, '0.0042');
  });

  it('count as the most that they may cost where an answer was lost and the service does not tell', async () => {
    const account = await streaming();
    stage.service.rules.nextStream = 'limitedHalfway';
    stage.service.replace({ on: 'GET /v1/usage', status: 404, body: { detail: 'Not Found' } });
    await problemIn(ask(account));
    assert.equal(questions().length, 1);
    assert.equal(ledger(account).spent, '0.05');
  });

  it('stop waiting and asking when they are cancelled, and what was written stays', async () => {
    const account = await streaming();
    stage.service.rules.pace = 30;
    const stop = new AbortController();
    const asked = stage.asks.ask(account, [{ role: 'user', content: 'Hello' }], {
      signal: stop.signal,
      onText: (text) => {
        stage.written.push(text);
        stop.abort();
      },
      onWait: () => undefined,
    });
    const { kind } = await problemIn(stage.passing(asked));
    assert.equal(kind, 'cancelled');
    assert.equal(stage.written[0], 'Shares ');
  });

  it('end when the tier’s time is over [S4-26]', async () => {
    const account = await streaming();
    stage.limits = { ...stage.limits, timeoutSeconds: 1 };
    stage.service.rules.nextStream = 'silent';
    assert.equal((await problemIn(ask(account))).kind, 'timeout');
  });

  it('stream in word by word, and come as a whole where there is no stream, asked once [S4-4]', async () => {
    const account = await streaming();
    assert.equal((await ask(account)).text, stage.service.rules.answer);
    assert.ok(stage.written.length > 5);
    assert.ok(stage.written.every((text) => stage.service.rules.answer.startsWith(text)));
    stage.service.rules.streams = false;
    assert.equal((await ask(account)).text, stage.service.rules.answer);
    stage.service.rules.streams = true;
    stage.service.rules.nextStream = 'refused';
    assert.equal((await ask(account)).text, stage.service.rules.answer);
    assert.equal(stage.service.questions.length, 3);
  });

  it('tell a stream that breaks off, and look up what it cost', async () => {
    const account = await streaming();
    stage.service.rules.nextStream = 'cutOff';
    const { kind } = await problemIn(ask(account));
    assert.equal(kind, 'answerCutOff');
    assert.equal(ledger(account).spent, '0.0042');
    stage.service.rules.nextStream = 'gibberish';
    assert.equal((await ask(account)).text, stage.service.rules.answer);
    stage.service.rules.nextStream = 'error';
    assert.equal((await problemIn(ask(account))).details.serviceSays, 'The model is not available');
  });

  it('are answered in each shape', async () => {
    const account = await whole();
    for (const shape of ['documented', 'code', 'openAi'] as const) {
      stage.service.rules.shape = shape;
      const { text, usage } = await ask(account);
      assert.equal(text, stage.service.rules.answer);
      assert.equal(usage.cost?.toString(), '0.0042');
    }
  });

  it('find the key and the address where they are: in the environment and in .env files [S4-5] [S4-6]', () => {
    const at = 'https://chat.example.com/v1';
    const key = 'sk-proj-1';
    assert.deepEqual(askKeyAmong({ CLAUDE_API_KEY: ` ${key} `, CLAUDE_API_URL: at }), {
      key,
      url: at,
    });
    assert.deepEqual(askKeyAmong({ CLAUDE_API_KEY: key, CLAUDE_BASE_URL: at }), { key, url: at });
    assert.deepEqual(
      askKeyAmong({ CLAUDE_API_KEY: key, CLAUDE_API_URL: at, CLAUDE_BASE_URL: 'https://b.test' }),
      { key, url: at },
    );
    assert.deepEqual(askKeyAmong({ CLAUDE_API_KEY: key }), { key, url: undefined });
    assert.equal(askKeyAmong({ CLAUDE_API_URL: at }), undefined);
    assert.equal(askBase(new URL('http://localhost:8006')).href, 'http://localhost:8006/v1');
    assert.equal(askBase(new URL(`${at}/`)).href, at);
  });

  it('use another key once it is entered, and none when it is removed, with what was noted [S4-10]', async () => {
    const account = await whole();
    await ask(account);
    const other = 'sk-proj-other';
    stage.service.keys.set(other, new KeyUse('pro'));
    stage.service.keys.delete(stage.service.key);
    assert.equal((await problemIn(ask(account))).kind, 'signInRefused');
    const again = await stage.passing(stage.signIn('whole', other));
    assert.equal(again.id, account.id);
    await ask(again);
    assert.equal(stage.memory.size, 1);
    await stage.accounts.forget(again);
    await stage.asks.forgetGone();
    assert.equal(stage.memory.size, 0);
    assert.equal(stage.vault.kept.size, 0);
  });

  it('have the limits of their tier [S4-12] [S4-13] [S4-14]', () => {
    const limits = Object.entries(TIER_LIMITS).map(
      ([tier, { perMinute, perMonth, timeoutSeconds }]) => [
        tier,
        perMinute,
        perMonth.toString(),
        timeoutSeconds,
      ],
    );
    assert.deepEqual(limits, [
      ['free', 10, '0.10', 60],
      ['pro', 100, '1.00', 300],
      ['enterprise', 100, '10.00', 600],
    ]);
  });
});

describe('What is noted of questions', () => {
  it('can be read again, however much or little an answer says that it cost', () => {
    const now = Date.UTC(2026, 10, 30);
    const cost = (dollars: number) => Decimal.fromNumber(dollars) ?? assert.fail();
    const again = (noted: Ledger) => ledgerOf(JSON.parse(JSON.stringify(noted)), now);
    const before = entered(ledgerOf(undefined, now), { tokens: 1, cost: cost(0.09) });
    for (const much of [1e101, 1e300]) {
      const after = again(entered(before, { tokens: 1, cost: cost(much) }));
      assert.equal(after.questions, 2);
      assert.equal(mayCost(after, { perQuestion: cost(1), perMonth: cost(1000) }), null);
      assert.equal(again(atLeast(before, cost(much))).spent, after.spent);
    }
    assert.equal(again(entered(before, { tokens: 1, cost: cost(1e-200) })).spent, '0.09');
  });

  it('begins anew with the month, and where it cannot be read', () => {
    const november = Date.UTC(2026, 10, 30);
    const kept = { month: '2026-11', spent: '0.05', questions: 3, tokens: 9 };
    assert.deepEqual(ledgerOf(kept, november), kept);
    const empty = { month: '2026-12', spent: '0', questions: 0, tokens: 0 };
    assert.deepEqual(ledgerOf(kept, Date.UTC(2026, 11, 1)), empty);
    for (const nonsense of [undefined, 'x', {}, { ...kept, spent: 'much' }])
      assert.deepEqual(ledgerOf(nonsense, november), { ...empty, month: '2026-11' });
  });
});
