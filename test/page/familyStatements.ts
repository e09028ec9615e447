import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FamilyStatement } from '../../src/views/messages.ts';

const answers = join(import.meta.dirname, '../fixtures/answers');

interface Answer {
  investor: object;
  meta: { statement_period: { from: string; to: string } };
}

async function answer(sample: string): Promise<Answer> {
  return JSON.parse(await readFile(join(answers, `${sample}.json`), 'utf8')) as Answer;
}

/**
 * CAMS and NSDL statements of one investor, the NSDL one of the month before, and a CDSL statement of another: the samples list some
 * folios and demat accounts twice, and those of joint holders in the statements of both.
 */
export async function familyStatements(): Promise<FamilyStatement[]> {
  const earlier = await answer('nsdl');
  earlier.meta.statement_period = { from: '2026-07-01', to: '2026-07-31' };
  const cdsl = await answer('cdsl');
  cdsl.investor = { name: 'Sample Joint Holder', pan: 'FGHIJ5678K' };
  const texts = {
    cams: await answer('cams_kfintech'),
    nsdl: await answer('nsdl'),
    'nsdl-july': earlier,
    cdsl,
  };
  return Object.entries(texts).map(([name, text]) => ({
    title: `${name}.cas.json`,
    text: JSON.stringify(text),
  }));
}
