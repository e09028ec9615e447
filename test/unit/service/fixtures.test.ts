import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { loadPdfJs } from '../../service/pdfJs.ts';
import { badFile, sampleStatements } from './sampleFiles.ts';

/** What the encryption dictionary of a PDF says: algorithm and revision. */
const revisions = {
  'RC4-40': /\/V 1\b[^]*\/R 2\b/,
  'RC4-128': /\/V 2\b[^]*\/R 3\b/,
  'AES-128': /\/V 4\b[^]*\/R 4\b/,
  'AES-256': /\/V 5\b[^]*\/R 5\b/,
  none: /^(?![^]*\/Encrypt\b)/,
};

const badNames = [
  'empty.pdf',
  'not-a-pdf.pdf',
  'too-large.pdf',
  'big-1.8mb.pdf',
  'not-a-statement.pdf',
  'truncated.pdf',
];

describe('fixtures: statements', () => {
  it('are encrypted in the way they say', async () => {
    for (const { name, path, encryption } of await sampleStatements()) {
      assert.match(await readFile(path, 'latin1'), revisions[encryption], name);
    }
  });

  it('read as a statement made from the answer, with its pages numbered', async () => {
    for (const { name, path, password, answerPath } of await sampleStatements()) {
      const { text, pages } = await read(path, password);
      const answer = await readFile(answerPath, 'utf8');
      const isins = [...answer.matchAll(/"isin": "(\w+)"/g)].map(([, isin]) => isin ?? '');
      assert.ok(isins.length > 0);
      for (const isin of isins) assert.ok(text.includes(isin), `${name}: ${isin}`);
      assert.ok(text.includes('Sample Investor'));
      assert.ok(text.includes(`Page ${pages} of ${pages}`));
    }
  });

  it('name no program and no time of making', async () => {
    for (const { path, password } of await sampleStatements()) {
      const { info, text } = await read(path, password);
      const { Producer, Creator, CreationDate } = info as Record<string, unknown>;
      assert.deepEqual(
        { Producer, Creator, CreationDate },
        { Producer: 'Sample', Creator: 'Sample', CreationDate: 'D:20260101000000Z' },
      );
      assert.doesNotMatch(text, /pdfkit/i);
    }
  });

  it('share no hash with each other or with a bad file', async () => {
    const paths = (await sampleStatements()).map(({ path }) => path);
    for (const name of badNames) paths.push(await badFile(name));
    const hashes = await Promise.all(
      paths.map(async (path) =>
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      ),
    );
    assert.equal(new Set(hashes).size, 11);
    for (const { path, sha256 } of await sampleStatements()) {
      assert.equal(sha256, hashes[paths.indexOf(path)]);
    }
  });
});

describe('fixtures: bad files', () => {
  it('have the sizes their names say', async () => {
    const size = async (name: string) => (await readFile(await badFile(name))).length;
    assert.equal(await size('empty.pdf'), 0);
    assert.equal(await size('too-large.pdf'), 10 * 1024 * 1024 + 1);
    const big = await size('big-1.8mb.pdf');
    assert.ok(big > 1.75 * 1024 * 1024 && big < 1.85 * 1024 * 1024);
  });
});

async function read(path: string, password: string | null) {
  const { getDocument } = await loadPdfJs();
  const loading = getDocument({
    data: new Uint8Array(await readFile(path)),
    verbosity: 0,
    ...(password !== null && { password }),
  });
  const document = await loading.promise;
  const { info } = await document.getMetadata();
  let text = '';
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str : '')).join('\n');
  }
  const pages = document.numPages;
  await loading.destroy();
  return { text, pages, info };
}
