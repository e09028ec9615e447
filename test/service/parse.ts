import { readFile } from 'node:fs/promises';

import { z } from 'zod';

import type { Account } from './account.ts';
import { jsonText } from './answer.ts';
import type { Answer } from './answer.ts';
import type { Call } from './call.ts';
import { creditHeaders, requireCredits } from './credits.ts';
import { readJson } from './jsonBody.ts';
import { opensWith } from './openPdf.ts';
import { answerOrRefusal, detail, failed } from './refusals.ts';
import type { KnownStatements } from './statements.ts';

const cost = 1;
const largestPdf = 10 * 1024 * 1024;
const sandboxAnswer = new URL('../fixtures/answers/cdsl.json', import.meta.url);

interface Upload {
  pdf: Buffer;
  password: string | undefined;
}

/** POST /v4/smart/parse. Only a 200 is billed. */
export async function answerParse(
  call: Call,
  account: Account,
  statements: KnownStatements,
): Promise<Answer> {
  const answer = await answerOrRefusal(async () => {
    requireCredits(account, 'smart_parser', cost);
    const upload = readUpload(call);
    requirePdf(upload.pdf);
    if (account.sandbox) return jsonText(200, await readFile(sandboxAnswer, 'utf8'));
    const text = await parseStatement(upload, statements);
    // Asked once more: others were at work at the same time, and nothing is given on credit.
    requireCredits(account, 'smart_parser', cost);
    account.used += cost;
    return { ...jsonText(200, text), credits: cost };
  });
  return { ...answer, headers: { ...answer.headers, ...creditHeaders(account, answer.credits) } };
}

/** @throws Refusal 400 when the password does not open the PDF, or it is no known statement. */
async function parseStatement(upload: Upload, statements: KnownStatements): Promise<string> {
  if (!(await opensWith(upload.pdf, upload.password))) throw unreadable();
  const text = await statements.answerFor(upload.pdf);
  if (text === undefined) throw failed(400, 'Unable to detect CAS type');
  return text;
}

/** @throws Refusal 400 when no PDF came, or the body is neither multipart nor JSON. */
function readUpload(call: Call): Upload {
  const upload = call.contentType.startsWith('multipart/') ? fromParts(call) : fromJson(call);
  if (!upload.pdf) throw failed(400, 'No PDF file provided');
  return { pdf: upload.pdf, password: upload.password };
}

function fromParts({ parts }: Call): { pdf: Buffer | undefined; password: string | undefined } {
  if (!parts) throw detail(400, 'There was an error parsing the body');
  // The API reference says `pdf_file`, the guides say `file`; the service takes both.
  const file = parts.find(
    ({ name, filename }) => filename !== undefined && (name === 'pdf_file' || name === 'file'),
  );
  const password = parts.find(({ name }) => name === 'password');
  return { pdf: file?.data, password: password?.data.toString('utf8') };
}

const jsonUpload = z.object({
  pdf_file: z.string().optional(),
  pdf_url: z.string().optional(),
  password: z.string().optional(),
});

function fromJson(call: Call): { pdf: Buffer | undefined; password: string | undefined } {
  const { pdf_file, pdf_url, password } = readJson(call, jsonUpload);
  if (pdf_file === undefined && pdf_url !== undefined) {
    throw failed(400, 'This stand-in fetches nothing: send the PDF itself instead of pdf_url');
  }
  return { pdf: pdf_file === undefined ? undefined : Buffer.from(pdf_file, 'base64'), password };
}

/** @throws Refusal 422 over 10 MB, 400 without `%PDF-` in the first 1,024 bytes. */
function requirePdf(pdf: Buffer): void {
  if (pdf.length > largestPdf) throw failed(422, 'PDF exceeds 10MB', 'FILE_TOO_LARGE');
  if (!pdf.subarray(0, 1024).includes('%PDF-')) throw unreadable();
}

/** One text for a broken file and for a wrong password, as the service has it. */
const unreadable = () => failed(400, 'Invalid PDF file or password.');
