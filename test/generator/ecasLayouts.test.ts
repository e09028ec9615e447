import assert from 'node:assert/strict';

import {
  ecasLayoutKinds,
  ecasLayoutOptions,
  plainEcasLayout,
} from '../fixtures/statementsGenerator/ecas/ecasLayout.ts';
import type { EcasLayoutOptions } from '../fixtures/statementsGenerator/ecas/ecasLayout.ts';
import { drawStatement, planStatement } from '../fixtures/statementsGenerator/generateStatement.ts';
import type { StatementOptions } from '../fixtures/statementsGenerator/options.ts';
import { leftOf } from '../fixtures/statementsGenerator/page/pageContent.ts';
import { A4 } from '../fixtures/statementsGenerator/page/plan.ts';
import { randomEcasLayout, randomOptions } from '../fixtures/statementsGenerator/randomOptions.ts';
import { firstOverlap, rightOf } from './overlap.ts';
import { readPdf } from './readPdf.ts';

const both = ['nsdl', 'cdsl'] as const;

/** Without these a dimension has nothing to change. */
const needs: Readonly<Partial<Record<keyof EcasLayoutOptions, Partial<StatementOptions>>>> = {
  nilAlignment: { nilMarks: '-' },
  addressee: { holderGroups: 'singleAndJoint' },
  pran: { nps: true },
  bondPrices: { bonds: true },
  npsTransactions: { nps: true },
  compositionPerGroup: { holderGroups: 'singleAndJoint' },
  rosterTotals: { holderGroups: 'singleAndJoint' },
};

describe('statements generator: layouts of depositories', () => {
  for (const [name, kinds] of Object.entries(ecasLayoutKinds)) {
    const option = name as keyof EcasLayoutOptions;
    it(`${option} has an effect on ${kinds.join(', ')}`, () => {
      for (const kind of kinds) {
        const drawn = ecasLayoutOptions[option].map((value) => {
          const planned = planStatement(kind, 3, {
            ...needs[option],
            encryption: 'none',
            [option]: value,
          });
          return Buffer.from(drawStatement(planned, planned.plan)).toString('latin1');
        });
        assert.equal(new Set(drawn).size, ecasLayoutOptions[option].length, kind);
      }
    });
  }

  it('are plain unless they are changed', () => {
    for (const [name, [first]] of Object.entries(ecasLayoutOptions)) {
      assert.equal(first, plainEcasLayout[name as keyof EcasLayoutOptions], name);
    }
  });

  for (const kind of both) {
    it(`put no text of ${kind} over another and none beside the page`, () => {
      for (let seed = 0; seed < 120; seed += 1) {
        const layout = { ...randomEcasLayout(seed, 0.35), outsideRow: 'none' } as const;
        const options = { ...randomOptions(seed), ...layout };
        for (const page of planStatement(kind, seed, options).plan.pages) {
          const [one, other] = firstOverlap(page) ?? [];
          assert.equal(one, other, `${kind} ${seed}: ${one?.text ?? ''} | ${other?.text ?? ''}`);
          const beside = page.runs.find((run) => leftOf(run) < 5 || rightOf(run) > A4.width);
          assert.equal(beside?.text, undefined, `${kind} ${seed}`);
        }
      }
    });
  }

  it('print labels in two scripts', async () => {
    const planned = planStatement('nsdl', 1, { labelAlignment: 'bilingual', encryption: 'none' });
    const { text } = await readPdf(drawStatement(planned, planned.plan), '');
    assert.match(text, /प्रतिभूति|शेष|मूल्य|नाम|इकाइयाँ|खाता संख्या/);
  });
});
