import { createHash, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makePdf } from '../fixtures/pdf/document.ts';

export interface InventedStatement {
  readonly path: string;
  /** SHA-256 of the PDF, in hex. */
  readonly hash: string;
  /** The portfolio that the service answers with. */
  readonly text: string;
}

/** Writes statements that the local service knows: each a PDF of its own, with its portfolio beside it. */
export async function inventStatements(
  folder: string,
  count: number,
  password?: string,
): Promise<InventedStatement[]> {
  await mkdir(folder, { recursive: true });
  const all: InventedStatement[] = [];
  for (let number = 0; number < count; number++) all.push(await inventStatement(folder, password));
  return all;
}

async function inventStatement(
  folder: string,
  password: string | undefined,
): Promise<InventedStatement> {
  const unique = randomBytes(8).toString('hex');
  const pdf = password === undefined ? onePage(unique) : await lockedPage(unique, password);
  const text = JSON.stringify({ meta: { unique }, investor: { pan: 'ABCDE1234F' } });
  const path = join(folder, `${unique}.pdf`);
  await writeFile(path, pdf);
  await writeFile(join(folder, `${unique}.json`), text);
  return { path, text, hash: createHash('sha256').update(pdf).digest('hex') };
}

/** The smallest PDF with a page (ISO 32000-1, 7.5), and a comment that makes its bytes its own. */
function onePage(comment: string): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>',
  ];
  let text = `%PDF-1.4\n%${comment}\n`;
  let table = '0000000000 65535 f \n';
  objects.forEach((object, at) => {
    table += `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${at + 1} 0 obj${object}endobj\n`;
  });
  const size = objects.length + 1;
  const trailer = `trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}xref\n0 ${size}\n${table}${trailer}`);
}

function lockedPage(text: string, password: string): Promise<Buffer> {
  return makePdf(`Invented ${text}`, { password, encryption: 'RC4-128' }, (pdf) => pdf.text(text));
}
