import { glob, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Figure, atMost, below, listed } from './figure.ts';
import type { PackagedExtension } from './packagedExtension.ts';

const BYTES_PER_KB = 1000;

/** Text of each heavy package that minifying leaves alone, and the ways to load it before it is needed. */
const heavyPackages: Readonly<Record<string, RegExp>> = {
  undici: /UND_ERR_|require\("(undici|\.\/undici\.cjs)"\)/,
  zod: /\$ZodType|require\("zod/,
  'pdf.js': /pdfjs|PDFWorker|GetOperatorList/,
};

/** Sizes of what is published, read from the installed package. */
export async function bundleFigures({ vsixBytes, folder }: PackagedExtension): Promise<Figure[]> {
  const dist = join(folder, 'dist');
  const size = async (file: string) => (await stat(join(dist, file))).size / BYTES_PER_KB;
  const engine = gzipSync(await readFile(join(dist, 'localWorker.mjs'))).length / BYTES_PER_KB;
  return [
    below(60, 'size: loaded at activation (extension.cjs)', await size('extension.cjs'), 'KB'),
    atMost(
      0,
      'size: undici, zod and pdf.js in extension.cjs',
      await heavyAtActivation(dist),
      'packages',
    ),
    below(
      1000,
      'size: VSIX without the engine on this computer',
      vsixBytes / BYTES_PER_KB - engine,
      'KB',
    ),
    listed('size: VSIX', vsixBytes / BYTES_PER_KB, 'KB'),
    atMost(700, 'size: the engine on this computer, gzipped', engine, 'KB'),
    listed('size: loaded on first use (app.cjs)', await size('app.cjs'), 'KB'),
    listed('size: loaded on first request (undici.cjs)', await size('undici.cjs'), 'KB'),
    below(200, 'size: page (portfolio.js)', await size(join('webview', 'portfolio.js')), 'KB'),
  ];
}

/** @throws Error when a package is in no bundle at all: then its text is no longer the one looked for here */
async function heavyAtActivation(dist: string): Promise<number> {
  const activation = await readFile(join(dist, 'extension.cjs'), 'utf8');
  let everything = '';
  for await (const file of glob('*.{cjs,mjs}', { cwd: dist }))
    everything += await readFile(join(dist, file), 'utf8');
  for (const [name, text] of Object.entries(heavyPackages))
    if (!text.test(everything)) throw new Error(`No bundle looks as if ${name} were in it.`);
  return Object.values(heavyPackages).filter((text) => text.test(activation)).length;
}
