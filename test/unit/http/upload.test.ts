import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { anyPdf, clientOf, parse, problemOf } from './extensionClient.ts';

describe('an upload', () => {
  let service: CasParserService;
  beforeEach(async () => {
    service = await startCasParserService();
    service.misbehave({ on: 'parse', body: { meta: {} } });
  });
  afterEach(() => service.close());

  it('is the PDF and its password as form data, under a name that tells nothing [S0-11]', async () => {
    const pdf = Buffer.from('%PDF-1.7\r\n\0\xff binary', 'latin1');
    await parse(clientOf(service), { pdf, password: 'Pässwort ₹ "1" &' });
    const [request] = service.requests;
    assert.equal(request?.method, 'POST');
    assert.equal(request.path, '/v4/smart/parse');
    assert.equal(request.headers['x-api-key'], service.key);
    assert.deepEqual(request.parts, [
      {
        name: 'pdf_file',
        filename: 'statement.pdf',
        contentType: 'application/pdf',
        bytes: pdf.length,
        sha256: createHash('sha256').update(pdf).digest('hex'),
      },
      { name: 'password', bytes: 19, text: 'Pässwort ₹ "1" &' },
    ]);
  });

  it('has no password part for a PDF that opens without one', async () => {
    await parse(clientOf(service), { password: undefined });
    assert.deepEqual(
      service.requests[0]?.parts?.map(({ name }) => name),
      ['pdf_file'],
    );
  });

  it('sends exactly the bytes of a view into a larger buffer', async () => {
    const pdf = Buffer.concat([Buffer.from('secret'), anyPdf, Buffer.from('secret')]);
    await parse(clientOf(service), { pdf: pdf.subarray(6, 6 + anyPdf.length) });
    const sha256 = createHash('sha256').update(anyPdf).digest('hex');
    assert.equal(service.requests[0]?.parts?.[0]?.sha256, sha256);
  });

  it('carries a request id of its own, another for each statement', async () => {
    for (let n = 0; n < 3; n += 1) await parse(clientOf(service));
    const ids = service.requests.map(({ headers }) => headers['x-request-id'] ?? '');
    for (const id of ids) assert.match(id, /^req_[A-Za-z0-9]{16,}$/);
    assert.equal(new Set(ids).size, 3);
  });

  describe('that the service says had no PDF', () => {
    const noPdf = { status: 400, body: { status: 'failed', msg: 'No PDF file provided' } };
    const partNames = () => service.requests.map(({ parts }) => parts?.[0]?.name);
    beforeEach(() => service.behave());

    it('is sent once more with the part named "file", under an id of its own [S1-31]', async () => {
      service.misbehave({ on: 'parse', times: 1, ...noPdf });
      service.misbehave({ on: 'parse', body: { meta: {} } });
      const { text } = await parse(clientOf(service), { password: 'Pass@1234' });
      assert.equal(text, '{"meta":{}}');
      assert.deepEqual(partNames(), ['pdf_file', 'file']);
      const [first, second] = service.requests;
      assert.notEqual(first?.headers['x-request-id'], second?.headers['x-request-id']);
      assert.deepEqual(first?.parts?.[1], second?.parts?.[1], 'the password goes with both');
      assert.equal(first?.parts?.[0]?.sha256, second?.parts?.[0]?.sha256);
    });

    it('is not sent a third time', async () => {
      service.misbehave({ on: 'parse', ...noPdf });
      const { kind, details } = await problemOf(parse(clientOf(service)));
      assert.equal(kind, 'pdfNotReceived');
      assert.equal(details.mayBeBilled, false);
      assert.deepEqual(partNames(), ['pdf_file', 'file']);
    });

    it('may be billed if the second one fails without an answer', async () => {
      service.misbehave({ on: 'parse', times: 1, ...noPdf });
      service.misbehave({ on: 'parse', how: 'drop-after' });
      const { kind, details } = await problemOf(parse(clientOf(service)));
      assert.equal(kind, 'connectionLost');
      assert.equal(details.mayBeBilled, true);
      assert.equal(service.requests.length, 2);
    });
  });

  const said = (msg: string) => ({ status: 'failed', msg });
  const missing = (part: string, more: object) => ({ detail: [{ loc: ['body', part], ...more }] });
  for (const [status, body] of [
    [400, said('No PDF file provided')],
    [400, said('PDF file is missing')],
    [400, said('pdf_file is required')],
    [400, said('Provide either pdf_file or pdf_url')],
    [422, missing('file', { msg: 'field required', type: 'value_error.missing' })],
    [422, missing('file', { msg: 'Field required', type: 'missing' })],
    [422, missing('pdf', { msg: 'Feld fehlt', type: 'missing' })],
  ] as const) {
    it(`is sent under the other name after ${JSON.stringify(body)}`, async () => {
      service.behave();
      service.misbehave({ on: 'parse', times: 1, status, body });
      service.misbehave({ on: 'parse', body: { meta: {} } });
      await parse(clientOf(service));
      assert.equal(service.requests.length, 2);
    });
  }

  for (const msg of ['Invalid PDF file or password.', 'Invalid PDF', 'Unsupported PDF file']) {
    it(`is not sent under the other name after “${msg}”`, async () => {
      service.behave();
      service.misbehave({ on: 'parse', status: 400, body: { status: 'failed', msg } });
      await problemOf(parse(clientOf(service)));
      assert.equal(service.requests.length, 1);
    });
  }
});
