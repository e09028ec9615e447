import assert from 'node:assert/strict';

import { planStatement } from '../fixtures/statementsGenerator/generateStatement.ts';
import { statementKinds } from '../fixtures/statementsGenerator/kinds.ts';
import { mutate } from '../fixtures/statementsGenerator/mutate.ts';
import type { Mutant } from '../fixtures/statementsGenerator/mutate.ts';
import { mutationKinds } from '../fixtures/statementsGenerator/mutations/mutation.ts';
import type { Mutation } from '../fixtures/statementsGenerator/mutations/mutation.ts';
import type { Plan } from '../fixtures/statementsGenerator/page/plan.ts';
import { readPdf } from './readPdf.ts';

const seeds = Array.from({ length: 25 }, (_, index) => index);

describe('statements generator: mutants', () => {
  for (const kind of statementKinds) {
    it(`of ${kind} are the same for the same seed`, () => {
      const planned = planStatement(kind, 1, { encryption: 'RC4-128' });
      for (const mutation of mutationKinds) {
        assert.deepEqual(mutate(planned, mutation, 5), mutate(planned, mutation, 5));
      }
    });
  }

  it('that lack a row keep every other text', () => {
    forEachMutant('deleteRow', (plan, { mutation, plan: changed }) => {
      const gone = textsOf(plan);
      for (const text of textsOf(changed)) gone.splice(gone.indexOf(text), 1);
      assert.deepEqual(gone.join(' ').split(' ').sort(), mutation.text.split(' ').sort());
      assert.notEqual(mutation.text, '');
    });
  });

  it('that lack a row close the gap', () => {
    forEachMutant('deleteRow', (plan, { mutation, plan: changed }) => {
      const lowest = ({ pages }: Plan): number => {
        const rows = pages[mutation.page - 1]?.runs.filter(
          ({ y, vertical }) => !vertical && y < 820,
        );
        return Math.max(0, ...(rows ?? []).map(({ y }) => y));
      };
      assert.ok(lowest(changed) < lowest(plan));
    });
  });

  it('with another digit differ in one character of one figure', () => {
    forEachMutant('changeDigit', (plan, { mutation, plan: changed }) => {
      const [before, after] = [textsOf(plan), textsOf(changed)];
      const differing = before.flatMap((text, at) =>
        text === after[at] ? [] : [[text, after[at]]],
      );
      assert.deepEqual(differing, [[mutation.before, mutation.after]]);
      const letters = mutation.before.split('');
      assert.equal(letters.filter((letter, at) => letter !== mutation.after[at]).length, 1);
      assert.doesNotMatch(mutation.after, /^\(?0\d/);
    });
  });

  it('that lack a page keep the others', () => {
    forEachMutant('dropPage', (plan, { mutation, plan: changed }) => {
      assert.deepEqual(changed.pages, plan.pages.toSpliced(mutation.page - 1, 1));
    });
  });

  it('with exchanged columns print the same texts in other places', () => {
    forEachMutant('swapColumns', (plan, { mutation, plan: changed }) => {
      assert.deepEqual(textsOf(changed), textsOf(plan));
      const moved = changed.pages.flatMap(({ runs }, page) =>
        runs.filter(({ x }, at) => x !== plan.pages[page]?.runs[at]?.x),
      );
      assert.equal(moved.length, mutation.rowCount * 2);
      assert.deepEqual(new Set(moved.map(({ figure }) => figure)), new Set(mutation.columns));
    });
  });

  it('open with the password of the statement', async () => {
    const planned = planStatement('cdsl', 1);
    const mutant = mutate(planned, 'changeDigit', 2);
    assert.ok(mutant?.mutation.kind === 'changeDigit');
    const { text } = await readPdf(mutant.pdf, planned.password);
    assert.ok(text.includes(mutant.mutation.after));
  });

  it('are none where there is no page to drop', () => {
    const planned = planStatement('cams-summary', 1);
    assert.equal(planned.plan.pages.length, 1);
    assert.equal(mutate(planned, 'dropPage', 1), null);
  });
});

type Changed<Kind> = Mutant & { readonly mutation: Extract<Mutation, { kind: Kind }> };

function forEachMutant<Kind extends Mutation['kind']>(
  wanted: Kind,
  check: (plan: Plan, mutant: Changed<Kind>) => void,
): void {
  let count = 0;
  for (const kind of statementKinds) {
    const planned = planStatement(kind, 2, { encryption: 'none' });
    for (const seed of seeds) {
      const mutant = mutate(planned, wanted, seed);
      if (!mutant) continue;
      count += 1;
      check(planned.plan, mutant as Changed<Kind>);
    }
  }
  assert.ok(count >= seeds.length, `${count} mutants`);
}

function textsOf({ pages }: Plan): string[] {
  return pages.flatMap(({ runs }) => runs.map(({ text }) => text));
}
