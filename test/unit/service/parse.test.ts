import assert from 'node:assert/strict';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { send, upload } from './client.ts';
import {
  badFile,
  newFolder,
  sampleStatement,
  sampleStatements,
  statementFolder,
} from './sampleFiles.ts';

const path = '/v4/smart/parse';
const unreadable = { status: 'failed', msg: 'Invalid PDF file or password.' };
const noFile = { status: 'failed', msg: 'No PDF file provided' };
const keyOrQuota = /^Authentication failed: API quota exceeded or invalid API key/;

describe('stand-in: parse', () => {
  let service: CasParserService;
  beforeEach(async () => {
    await sampleStatements();
    service = await startCasParserService({
      statements: statementFolder,
      credits: { limit: 10, used: 2, resets_at: null },
    });
  });
  afterEach(() => service.close());

  const parse = (form: FormData, key = service.key) => send(service, path, { key, form });

  it('answers each statement with its own portfolio and bills one credit', async () => {
    for (const { path: file, password, answerPath } of await sampleStatements()) {
      service.account.used = 2;
      const { status, text, headers } = await parse(await upload(file, password));
      assert.equal(status, 200, file);
      assert.equal(text, await readFile(answerPath, 'utf8'));
      assert.equal(headers.get('x-credits-used'), '1');
      assert.equal(headers.get('x-credits-remaining'), '7');
      assert.equal(service.account.used, 3);
      assert.equal(service.requests.at(-1)?.billed, 1);
    }
  });

  it('refuses a wrong and a missing password for every kind of encryption, free of charge', async () => {
    const locked = (await sampleStatements()).filter(({ password }) => password !== null);
    assert.equal(locked.length, 4);
    for (const { path: file } of locked) {
      for (const password of ['Wrong@1234', undefined]) {
        const { status, json, headers } = await parse(await upload(file, password));
        assert.equal(status, 400, file);
        assert.deepEqual(json, unreadable);
        assert.equal(headers.get('x-credits-used'), '0');
      }
    }
    assert.equal(service.account.used, 2);
  });

  it('takes the file as the part `file` too', async () => {
    const { path: file, password } = await sampleStatement('quirks.PDF');
    assert.equal((await parse(await upload(file, password, 'file'))).status, 200);
  });

  it('takes base64 in JSON too', async () => {
    const { path: file, password, answerPath } = await sampleStatement('cdsl-ecas.pdf');
    const pdf_file = (await readFile(file)).toString('base64');
    const { text } = await send(service, path, { key: service.key, json: { pdf_file, password } });
    assert.equal(text, await readFile(answerPath, 'utf8'));
  });

  it('says that no PDF came', async () => {
    const { path: file } = await sampleStatement('no-password.pdf');
    const asText = new FormData();
    asText.append('pdf_file', 'text, not a file');
    const replies = [
      await parse(asText),
      await parse(await upload(file, null, 'document')),
      await send(service, path, { key: service.key, json: { password: 'x' } }),
      await send(service, path, { key: service.key }),
    ];
    for (const { status, json } of replies) {
      assert.equal(status, 400);
      assert.deepEqual(json, noFile);
    }
  });

  it('refuses a broken multipart body and a pdf_url', async () => {
    const broken = await send(service, path, {
      key: service.key,
      headers: { 'content-type': 'multipart/form-data; boundary=none' },
      json: 'not multipart',
    });
    assert.equal(broken.status, 400);
    assert.deepEqual(broken.json, { detail: 'There was an error parsing the body' });
    const json = { pdf_url: 'https://example.com/cas.pdf' };
    const url = await send(service, path, { key: service.key, json });
    assert.equal(url.status, 400);
    assert.match(url.text, /fetches nothing/);
  });

  it('refuses what is not a whole PDF', async () => {
    for (const name of ['empty.pdf', 'not-a-pdf.pdf', 'truncated.pdf']) {
      const { status, json } = await parse(await upload(await badFile(name)));
      assert.equal(status, 400, name);
      assert.deepEqual(json, unreadable);
    }
  });

  it('looks for %PDF- within the first 1,024 bytes', async () => {
    const { path: file, answerPath } = await sampleStatement('no-password.pdf');
    const folder = newFolder();
    const known = await startCasParserService({ statements: folder });
    const status = async (junk: number) => {
      const late = join(folder, `late-${junk}.pdf`);
      await writeFile(late, Buffer.concat([Buffer.alloc(junk, ' '), await readFile(file)]));
      await copyFile(answerPath, join(folder, `late-${junk}.json`));
      return (await send(known, path, { key: known.key, form: await upload(late) })).status;
    };
    assert.equal(await status(1024 - 5), 200);
    assert.equal(await status(1024 - 4), 400);
    await known.close();
  });

  it('refuses more than 10 MB', async () => {
    const { status, json } = await parse(await upload(await badFile('too-large.pdf')));
    assert.equal(status, 422);
    assert.equal((json as { code: string }).code, 'FILE_TOO_LARGE');
    assert.equal(service.account.used, 2);
  });

  it('refuses a readable PDF it does not know, free of charge', async () => {
    for (const name of ['not-a-statement.pdf', 'big-1.8mb.pdf']) {
      const { status, json } = await parse(await upload(await badFile(name)));
      assert.equal(status, 400);
      assert.deepEqual(json, { status: 'failed', msg: 'Unable to detect CAS type' });
    }
    assert.equal(service.account.used, 2);
  });

  it('knows a statement that is put into the folder later', async () => {
    const { path: file, answerPath } = await sampleStatement('no-password.pdf');
    const folder = newFolder();
    const later = await startCasParserService({ statements: folder });
    const status = async () =>
      (await send(later, path, { key: later.key, form: await upload(file) })).status;
    assert.equal(await status(), 400);
    await copyFile(file, join(folder, 'renamed.pdf'));
    assert.equal(await status(), 400, 'no answer beside it');
    await copyFile(answerPath, join(folder, 'renamed.json'));
    assert.equal(await status(), 200);
    await later.close();
  });

  it('refuses when the credits are used up or the plan lacks the feature', async () => {
    const { path: file } = await sampleStatement('no-password.pdf');
    const refusedAs403 = async () => {
      const { status, json } = await parse(await upload(file));
      assert.equal(status, 403);
      assert.match((json as { msg: string }).msg, keyOrQuota);
    };
    service.account.used = 9.5;
    await refusedAs403();
    assert.equal(service.account.used, 9.5);

    service.account.used = 2;
    service.account.features = ['cdsl_cas_parser'];
    await refusedAs403();
  });

  it('does not tell what remains of an unlimited plan', async () => {
    service.account.unlimited = true;
    service.account.used = 99;
    const { path: file } = await sampleStatement('no-password.pdf');
    const { status, headers } = await parse(await upload(file));
    assert.equal(status, 200);
    assert.equal(headers.get('x-credits-used'), '1');
    assert.equal(headers.get('x-credits-remaining'), null);
  });

  it('answers the sandbox key with canned CDSL data for any PDF and any password', async () => {
    const { path: file } = await sampleStatement('nsdl-ecas.pdf');
    const { status, json, headers } = await parse(
      await upload(file, 'Wrong@1234'),
      'sandbox-with-json-responses',
    );
    assert.equal(status, 200);
    assert.equal((json as { meta: { cas_type: string } }).meta.cas_type, 'CDSL');
    assert.equal(headers.get('x-credits-used'), '0');
    assert.equal(service.account.used, 2);

    const noPdf = await upload(await badFile('not-a-pdf.pdf'));
    assert.equal((await parse(noPdf, 'sandbox-with-json-responses')).status, 400);
  });
});
