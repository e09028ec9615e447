import assert from 'node:assert/strict';

import type { AppErrorKind } from '../../../src/service/appError.ts';
import type { Misbehaviour } from '../../service/misbehaviour.ts';
import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { errorBodies } from './errorBodies.ts';
import { clientOf, parse, problemOf } from './extensionClient.ts';
import type { ExtensionClient } from './extensionClient.ts';

describe('a refused parse', () => {
  let service: CasParserService;
  let client: ExtensionClient;
  before(async () => (service = await startCasParserService()));
  after(() => service.close());
  beforeEach(() => {
    client = clientOf(service); // a new one each time: one that was refused so often would rest or wait
    service.behave();
    service.requests.length = 0;
  });

  /** Refuses an upload and gives the problem that it becomes, having checked what went over the wire. */
  async function refused(answer: Omit<Misbehaviour, 'on'>) {
    // A wait longer than the client sits out: what a 429 means is looked at elsewhere.
    const headers = answer.status === 429 ? { 'retry-after': '3600' } : {};
    service.misbehave({ on: 'parse', headers, ...answer });
    const problem = await problemOf(parse(client));
    const uploads = service.requests.filter(({ path }) => path === '/v4/smart/parse');
    assert.equal(uploads.length, 1, 'a refusal is not asked for twice');
    assert.equal(uploads[0]?.headers['x-api-key'], service.key);
    assert.equal(problem.details.requestId, uploads[0].headers['x-request-id']);
    assert.equal(problem.details.answer, undefined, 'a refusal costs nothing that had to be kept');
    return problem;
  }

  describe('with a body that is documented or has been seen', () => {
    for (const { source, http, body, kind, says, mayBeBilled = false } of errorBodies) {
      it(`is ${kind}: HTTP ${http}, ${source}`, async () => {
        const { kind: actual, details } = await refused({ status: http, body });
        assert.equal(actual, kind);
        assert.equal(details.httpStatus, http);
        assert.equal(details.serviceSays, says);
        assert.equal(details.mayBeBilled, mayBeBilled);
      });
    }
  });

  describe('whatever the shape of the body', () => {
    const words = 'Unable to detect CAS type';
    const shapes: [string, number, unknown, AppErrorKind, string | undefined][] = [
      ['{status: "failed", msg}', 400, { status: 'failed', msg: words }, 'notStatement', words],
      [
        '{status: "failed", msg, code}',
        422,
        { status: 'failed', msg: words, code: 'UNSUPPORTED_FORMAT' },
        'notStatement',
        words,
      ],
      ['{status: "error", msg}', 400, { status: 'error', msg: words }, 'notStatement', words],
      ['{detail}', 400, { detail: words }, 'notStatement', words],
      ['{message}', 400, { message: words }, 'notStatement', words],
      ['{error}', 400, { error: words }, 'notStatement', words],
      [
        'FastAPI’s list of details',
        422,
        { detail: [{ type: 'value_error', loc: ['body', 'dob'], msg: 'Not a date' }, { odd: 1 }] },
        'refused',
        undefined,
      ],
      [
        'FastAPI’s list of details, of which one is in words',
        422,
        { detail: [{ type: 'value_error', loc: ['body', 'dob'], msg: 'Not a date' }] },
        'refused',
        'dob: Not a date',
      ],
      ['a page of HTML', 502, '<h1>Bad Gateway</h1>', 'serviceDown', undefined],
      ['a line of text', 503, 'upstream connect error', 'serviceDown', undefined],
      ['nothing at all', 400, '', 'serviceDown', undefined],
      ['a page that is not there', 404, '<h1>404 Not Found</h1>', 'addressWrong', undefined],
      ['nothing, which is not there', 404, '', 'addressWrong', undefined],
      ['a page for other methods', 405, '<h1>405 Not Allowed</h1>', 'addressWrong', undefined],
      [
        'plain HTTP on a port for TLS',
        400,
        '<html><center>The plain HTTP request was sent to HTTPS port</center></html>',
        'addressWrong',
        undefined,
      ],
      [
        'something of the service that is not there',
        404,
        { msg: 'No such file' },
        'refused',
        'No such file',
      ],
      ['a redirect without a word of where to', 302, '', 'addressMoved', undefined],
      [
        'HTTP 200 with {status: "failed"}',
        200,
        { status: 'failed', msg: words },
        'notStatement',
        words,
      ],
      [
        'HTTP 200 with {status: "error"}',
        200,
        { status: 'error', msg: words },
        'notStatement',
        words,
      ],
      [
        'HTTP 200 with {status: "failed"} beside a portfolio',
        200,
        { status: 'failed', msg: words, meta: {}, investor: {}, mutual_funds: [] },
        'notStatement',
        words,
      ],
      ['{status: "failed"} without a word', 400, { status: 'failed' }, 'refused', undefined],
      ['words that are no text', 400, { status: 'failed', msg: { a: 1 } }, 'refused', undefined],
      ['words under the second name', 400, { msg: null, detail: words }, 'notStatement', words],
      ['a list', 400, [words], 'refused', undefined],
      ['null', 400, 'null', 'refused', undefined],
    ];
    for (const [shape, status, body, kind, says] of shapes) {
      it(`is ${kind}: ${shape}`, async () => {
        const problem = await refused({ status, body });
        assert.equal(problem.kind, kind);
        assert.equal(problem.details.serviceSays, says);
        assert.equal(problem.details.httpStatus, status);
      });
    }
  });

  describe('by its code', () => {
    const codes: [number, string, AppErrorKind][] = [
      [401, 'INVALID_API_KEY', 'keyRefused'],
      [402, 'INSUFFICIENT_CREDITS', 'creditsUsedUp'],
      [422, 'INVALID_PASSWORD', 'passwordWrong'],
      [422, 'INVALID_PDF', 'fileRefused'],
      [422, 'UNSUPPORTED_FORMAT', 'notStatement'],
      [422, 'FILE_TOO_LARGE', 'payloadTooLarge'],
      [429, 'RATE_LIMITED', 'rateLimited'],
      [500, 'PARSING_ERROR', 'serviceDown'],
      [504, 'TIMEOUT', 'serviceDown'],
      [400, 'invalid_pdf', 'fileRefused'],
      [200, 'INSUFFICIENT_CREDITS', 'creditsUsedUp'],
      [200, 'INVALID_API_KEY', 'keyRefused'],
      [200, 'RATE_LIMITED', 'rateLimited'],
      [429, 'INSUFFICIENT_CREDITS', 'creditsUsedUp'],
      [403, 'INSUFFICIENT_CREDITS', 'creditsUsedUp'],
    ];
    for (const [status, code, kind] of codes) {
      it(`is ${kind}: HTTP ${status} ${code}`, async () => {
        const problem = await refused({ status, body: { status: 'failed', msg: 'No.', code } });
        assert.equal(problem.kind, kind);
      });
    }
  });

  describe('by its words', () => {
    const sentences: [string, AppErrorKind][] = [
      ['Invalid PDF file or password.', 'passwordOrFileWrong'],
      ['Incorrect PASSWORD', 'passwordWrong'],
      ['Failed to decrypt the document', 'passwordWrong'],
      ['File is encrypted', 'passwordWrong'],
      ['Unable to detect CAS type', 'notStatement'],
      ['Unsupported format', 'notStatement'],
      ['Incorrect CAS type', 'notStatement'],
      ['Invalid PDF', 'fileRefused'],
      ['The PDF is scanned', 'fileRefused'],
      ['The PDF was tampered with', 'fileRefused'],
      ['File too large', 'payloadTooLarge'],
      ['Too many requests', 'rateLimited'],
      ['Rate limit reached', 'rateLimited'],
      ['API quota exceeded', 'creditsUsedUp'],
      ['Monthly limit reached', 'creditsUsedUp'],
      ['Your plan is exhausted', 'creditsUsedUp'],
      ['No credits remaining', 'creditsUsedUp'],
      ['Invalid API key', 'keyRefused'],
      ['The moon is in the wrong phase', 'refused'],
    ];
    for (const [msg, kind] of sentences) {
      it(`is ${kind}: “${msg}”`, async () => {
        for (const status of [200, 400, 422]) {
          service.behave();
          service.requests.length = 0;
          assert.equal((await refused({ status, body: { status: 'failed', msg } })).kind, kind);
        }
      });
    }
  });

  describe('that says one thing by its status, another by its code and a third by its words', () => {
    const contradictions: [string, number, string | undefined, string, AppErrorKind][] = [
      ['the status', 401, 'INVALID_PASSWORD', 'Unable to detect CAS type', 'keyRefused'],
      ['the status', 402, 'INVALID_PASSWORD', 'Unable to detect CAS type', 'creditsUsedUp'],
      ['the status', 413, 'INVALID_PASSWORD', 'Unable to detect CAS type', 'payloadTooLarge'],
      ['the status', 429, 'INVALID_PASSWORD', 'Unable to detect CAS type', 'rateLimited'],
      ['the code', 422, 'INVALID_PDF', 'Invalid password for PDF', 'fileRefused'],
      ['the code', 400, 'UNSUPPORTED_FORMAT', 'Invalid password for PDF', 'notStatement'],
      ['the words', 422, 'SOMETHING_NEW', 'Invalid password for PDF', 'passwordWrong'],
      ['the words', 400, undefined, 'Invalid password for PDF', 'passwordWrong'],
      ['an outage', 500, undefined, 'Invalid password for PDF', 'serviceDown'],
    ];
    for (const [decider, status, code, msg, kind] of contradictions) {
      it(`is decided by ${decider}: HTTP ${status} ${code ?? 'without code'}`, async () => {
        const body = { status: 'failed', msg, ...(code !== undefined && { code }) };
        assert.equal((await refused({ status, body })).kind, kind);
      });
    }
  });
});
