import assert from 'node:assert/strict';

import {
  generateStatement,
  planStatement,
} from '../fixtures/statementsGenerator/generateStatement.ts';
import { statementKinds } from '../fixtures/statementsGenerator/kinds.ts';
import { randomOptions } from '../fixtures/statementsGenerator/randomOptions.ts';
import { readPdf } from './readPdf.ts';

describe('statements generator: the PDF', () => {
  for (const kind of statementKinds) {
    it(`of ${kind} is the same for the same seed and another for another`, () => {
      const bytes = (seed: number): Buffer =>
        Buffer.from(generateStatement(kind, seed, { encryption: 'none' }).pdf);
      assert.ok(bytes(1).equals(bytes(1)));
      assert.ok(!bytes(1).equals(bytes(2)));
    });

    it(`of ${kind} opens with its password and shows every text that is planned`, async () => {
      for (let seed = 0; seed < 8; seed += 1) {
        const statement = generateStatement(kind, seed, randomOptions(seed));
        const { pages } = await readPdf(statement.pdf, statement.password);
        assert.equal(pages.length, statement.plan.pages.length);
        for (const [index, { runs }] of statement.plan.pages.entries()) {
          const read = squeezed(pages[index] ?? []);
          for (const { text } of runs) assert.ok(read.includes(squeezed([text])), text);
        }
      }
    });

    it(`of ${kind} takes about as many pages as are wanted`, () => {
      for (const pages of [5, 50]) {
        const planned = planStatement(kind, 1, { pages }).plan.pages.length;
        assert.ok(Math.abs(planned - pages) <= Math.max(2, pages * 0.2), `${planned} of ${pages}`);
      }
    });
  }

  it('opens by the owner alone, without a password, and with each algorithm', async () => {
    for (const encryption of ['RC4-40', 'RC4-128', 'AES-128', 'AES-256'] as const) {
      for (const opener of ['user', 'owner', 'none'] as const) {
        const { pdf, password } = generateStatement('cams-detailed', 1, { encryption, opener });
        assert.equal(password === '', opener === 'none');
        const { text } = await readPdf(pdf, password);
        assert.match(text, /Consolidated Account Statement/);
        await assert.rejects(readPdf(pdf, 'wrong'), /password/i);
      }
    }
  });
});

/** pdf.js joins pieces that stand close, so that only the letters count. */
function squeezed(texts: readonly string[]): string {
  return texts.join('').replaceAll(/\s+/g, '');
}
