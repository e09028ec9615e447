import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../editor/cache.ts';
import { type Texts, englishTexts } from './englishTexts.ts';

type Bundle = Readonly<Record<string, string>>;

const readBundle = async (file: string) =>
  JSON.parse(await readFile(join(root, file), 'utf8')) as Bundle;

describe('Hindi', () => {
  let texts: Texts;
  let hindi: Bundle;
  before(async () => {
    texts = await englishTexts();
    hindi = await readBundle('l10n/bundle.l10n.hi.json');
  });

  it('has every text that is shown', () => {
    const missing = [...texts].filter(([english]) => !hindi[english]);
    assert.deepEqual(Object.fromEntries(missing), {}, 'to be translated in l10n/');
  });

  it('has no text that is not shown any more', () => {
    assert.deepEqual(
      Object.keys(hindi).filter((english) => !texts.has(english)),
      [],
    );
  });

  it('keeps placeholders, icons and links', () => {
    for (const [english, text] of Object.entries(hindi))
      assert.deepEqual(marksOf(text), marksOf(english), english);
  });

  it('has every title and description of the manifest, with its links', async () => {
    const manifest = await readBundle('package.nls.json');
    const translated = await readBundle('package.nls.hi.json');
    assert.deepEqual(Object.keys(translated), Object.keys(manifest));
    for (const [key, english] of Object.entries(manifest))
      assert.deepEqual(marksOf(translated[key] ?? ''), marksOf(english), key);
  });

  it('is written in Devanagari, names apart', () => {
    const latin = Object.entries(hindi).filter(
      ([english, text]) => /[a-z]{3} [a-z]{3}/.test(english) && !/[\u0900-\u097f]/.test(text),
    );
    assert.deepEqual(Object.fromEntries(latin), {});
  });
});

/** What must survive a translation, however it moves in the sentence. */
function marksOf(text: string): string[] {
  return [...text.matchAll(/\{\d\}|\$\([\w~-]+\)|\((?:command|https):[^)]*\)|`[\w.*-]+`/g)]
    .map(([mark]) => mark)
    .sort();
}
