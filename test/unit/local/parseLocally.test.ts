import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { generateStatement } from '../../fixtures/statementsGenerator/generateStatement.ts';
import { LocalParseError } from '../../../src/local/localParseError.ts';
import { parseLocally, reportLayout } from '../../../src/local/parseLocally.ts';
import { readStatement } from '../../../src/local/readStatement.ts';
import { exactly, fixturePassword, fixturePdf, KINDS } from './fixtures.ts';

function isLocal(code: string): (error: unknown) => boolean {
  return (error) => error instanceof LocalParseError && error.code === code;
}

describe('Parsing on this computer, in its worker', function () {
  it('gives the portfolio and says how far it is', async () => {
    const pages: number[] = [];
    const { text, warnings } = await parseLocally(await fixturePdf('cams-detailed'), {
      password: 'Pass@1234',
      onProgress: (page, of) => pages.push(page / of),
    });
    assert.equal(exactly(text).meta.cas_type, 'CAMS_KFINTECH');
    assert.deepEqual(warnings, []);
    assert.deepEqual(pages, [1 / 3, 2 / 3, 1]);
  });

  it('keeps the bytes it was given usable', async () => {
    const pdf = await fixturePdf('cdsl');
    const before = Buffer.from(pdf).toString('base64');
    await parseLocally(pdf, { password: 'ABCDE1234F' });
    assert.equal(Buffer.from(pdf).toString('base64'), before);
  });

  it('takes a PAN in small letters, since depositories print it in capitals', async () => {
    const { text } = await parseLocally(await fixturePdf('nsdl'), { password: ' abcde1234f ' });
    assert.equal(exactly(text).meta.cas_type, 'NSDL');
  });

  it('stops when it is cancelled, before or on the way', async () => {
    const pdf = await fixturePdf('cams-detailed');
    const early = AbortSignal.abort();
    await assert.rejects(
      parseLocally(pdf, { password: 'Pass@1234', signal: early }),
      isLocal('cancelled'),
    );
    const { pdf: long, password } = generateStatement('cams-detailed', 1, { pages: 40 });
    const cancel = new AbortController();
    let pagesAfter = 0;
    const parse = parseLocally(long, {
      password,
      signal: cancel.signal,
      onProgress: (page) => {
        if (page === 2) cancel.abort();
        if (page > 2) pagesAfter += 1;
      },
    });
    await assert.rejects(parse, isLocal('cancelled'));
    assert.ok(pagesAfter < 38, 'the worker did not read on to the end');
  });

  it('ends what takes too long', async () => {
    const { pdf, password } = generateStatement('cams-detailed', 1, { pages: 40 });
    const limits = { withoutPage: 60_000, whole: 1 };
    await assert.rejects(parseLocally(pdf, { password, limits }), isLocal('timed-out'));
  });

  it('passes on why a statement cannot be read, and nothing else', async () => {
    const pdf = await fixturePdf('kfin-summary');
    await assert.rejects(parseLocally(pdf), isLocal('password-needed'));
    await assert.rejects(parseLocally(pdf, { password: 'wrong one' }), (error: unknown) => {
      assert.ok(error instanceof LocalParseError);
      assert.equal(error.code, 'password-wrong');
      assert.ok(!String(error.stack).includes('wrong one'));
      return true;
    });
  });

  it('opens no connection', async () => {
    const opened: unknown[] = [];
    const note = (message: unknown): void => void opened.push(message);
    const channels = ['net.client.socket', 'undici:request:create', 'http.client.request.start'];
    for (const channel of channels) subscribe(channel, note);
    try {
      for (const kind of KINDS) await readStatement(await fixturePdf(kind), fixturePassword(kind));
    } finally {
      for (const channel of channels) unsubscribe(channel, note);
    }
    assert.deepEqual(opened, []);
  });

  it('reports a layout without a letter or digit of the statement', async () => {
    const report = await reportLayout(await fixturePdf('nsdl'), { password: 'ABCDE1234F' });
    assert.match(report, /^kind: nsdl\npages: 3\n/);
    const texts = report
      .split('\n')
      .flatMap((line) => /(?:plain|bold) (.*)$/.exec(line)?.[1] ?? []);
    assert.ok(texts.length > 100);
    for (const text of texts) assert.match(text, /^[Aa9\W_]*$/);
  });
});
