import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import type { AppErrorKind } from '../../../src/service/appError.ts';
import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { sampleStatement, sampleStatements, statementFolder } from '../service/sampleFiles.ts';
import { clientOf, parse, problemOf } from './extensionClient.ts';

describe('the answer to a parse', () => {
  let service: CasParserService;
  beforeEach(async () => (service = await startCasParserService({ statements: statementFolder })));
  afterEach(() => service.close());

  it('is the portfolio’s JSON, byte for byte, for every sample statement', async () => {
    const used = service.account.used;
    const all = await sampleStatements();
    for (const { path, password, answerPath } of all) {
      const { text, requestId } = await parse(clientOf(service), {
        pdf: await readFile(path),
        password: password ?? undefined,
      });
      assert.equal(text, await readFile(answerPath, 'utf8'));
      assert.equal(requestId, service.requests.at(-1)?.headers['x-request-id']);
    }
    assert.equal(service.requests.length, all.length, 'one request each');
    assert.equal(service.account.used, used + all.length);
  });

  it('keeps numbers that a double cannot hold, and letters beyond ASCII', async () => {
    const body = '{ "meta":{"n":12345678901234567890.12,"w":"₹ आय 🪙"},\n\t"x":1e-7 }';
    service.misbehave({ on: 'parse', body });
    assert.equal((await parse(clientOf(service))).text, body);
  });

  for (const key of [
    'meta',
    'investor',
    'summary',
    'demat_accounts',
    'mutual_funds',
    'folios',
    'insurance',
    'nps',
  ]) {
    it(`is taken for a portfolio by "${key}" alone, whatever else there is`, async () => {
      const body = JSON.stringify({ status: 'success', [key]: null, newcomer: 1 });
      service.misbehave({ on: 'parse', body });
      assert.equal((await parse(clientOf(service))).text, body);
    });
  }

  describe('that is no portfolio', () => {
    const answers: [string, AppErrorKind, string][] = [
      ['a page of HTML', 'answerNotJson', '<h1>Sign in to the hotel’s network</h1>'],
      ['empty', 'answerNotJson', ''],
      ['text', 'answerNotJson', 'OK'],
      ['a JSON object without its end', 'answerCutOff', '{"meta":{"cas_type":"CDSL"},"inv'],
      ['a JSON list without its end', 'answerCutOff', '\n [{"meta":1}'],
      ['an object of another shape', 'answerUnknown', '{"status":"success","data":{"meta":{}}}'],
      ['an empty object', 'answerUnknown', '{}'],
      ['a list', 'answerUnknown', '[{"meta":{}}]'],
      ['null', 'answerUnknown', 'null'],
      ['a number', 'answerUnknown', '42'],
      ['a string', 'answerUnknown', '"meta"'],
    ];
    for (const [what, kind, body] of answers) {
      it(`is kept, as it may be paid for: ${what}`, async () => {
        service.misbehave({ on: 'parse', body });
        const problem = await problemOf(parse(clientOf(service)));
        assert.equal(problem.kind, kind);
        assert.equal(problem.details.answer, body);
        assert.equal(problem.details.httpStatus, 200);
        assert.equal(problem.details.mayBeBilled, true);
        assert.equal(problem.details.requestId, service.requests[0]?.headers['x-request-id']);
        assert.equal(service.requests.length, 1, 'it is not asked for again');
      });
    }

    it('is refused above 64 MB instead of being held in memory', async () => {
      const body = `{"meta":"${'x'.repeat(64 * 1024 * 1024)}"}`;
      service.misbehave({ on: 'parse', body });
      const problem = await problemOf(parse(clientOf(service)));
      assert.equal(problem.kind, 'answerUnknown');
      assert.equal(problem.details.answer, undefined);
      assert.equal(problem.details.mayBeBilled, true);
      assert.equal(service.requests.length, 1);
    });
  });

  it('that the connection breaks off is kept apart from one that never came', async () => {
    const { path, password } = await sampleStatement('cdsl-ecas.pdf');
    service.misbehave({ on: 'parse', how: 'cut-off' });
    const problem = await problemOf(
      parse(clientOf(service), { pdf: await readFile(path), password: password ?? undefined }),
    );
    assert.equal(problem.kind, 'answerCutOff');
    assert.equal(problem.details.mayBeBilled, true);
    assert.equal(service.requests[0]?.billed, 1, 'it was');
    assert.equal(service.requests.length, 1);
  });
});
