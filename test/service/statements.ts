import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The statements the service can read: every PDF of a folder with `<same name>.json` beside it,
 * known by the SHA-256 of its bytes. The folder is looked at anew for each upload, so files added
 * later count.
 */
export class KnownStatements {
  readonly #folder: string | undefined;
  readonly #hashes = new Map<string, string>();

  constructor(folder: string | undefined) {
    this.#folder = folder;
  }

  /** The answer that belongs to a PDF, as its JSON text; undefined when the PDF is not known. */
  async answerFor(pdf: Buffer): Promise<string | undefined> {
    const wanted = sha256(pdf);
    for (const name of await this.names()) {
      const file = join(this.#folder ?? '', name);
      if ((await this.#hashOf(file)) === wanted) return readFile(answerBeside(file), 'utf8');
    }
    return undefined;
  }

  /** File names of the PDFs that have an answer beside them. */
  async names(): Promise<string[]> {
    if (this.#folder === undefined) return [];
    const files = new Set(await readdir(this.#folder).catch(() => []));
    return [...files].filter((name) => /\.pdf$/i.test(name) && files.has(answerBeside(name)));
  }

  async #hashOf(file: string): Promise<string> {
    const { mtimeMs, size } = await stat(file);
    const version = `${file} ${mtimeMs} ${size}`;
    const hash = this.#hashes.get(version) ?? sha256(await readFile(file));
    this.#hashes.set(version, hash);
    return hash;
  }
}

function answerBeside(pdf: string): string {
  return pdf.replace(/\.pdf$/i, '.json');
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
