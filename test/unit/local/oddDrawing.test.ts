import assert from 'node:assert/strict';
import { readStatement } from '../../../src/local/readStatement.ts';
import {
  drawStatement,
  planStatement,
} from '../../fixtures/statementsGenerator/generateStatement.ts';
import type { PlannedStatement } from '../../fixtures/statementsGenerator/generateStatement.ts';
import type { Run } from '../../fixtures/statementsGenerator/page/plan.ts';
import { differences } from './differences.ts';
import { saidIn } from './said.ts';

/** Reads a statement whose runs are drawn in another way, and finds that it says the same as before, with nothing to warn of. */
async function saysTheSame(
  statement: PlannedStatement,
  drawnAs: (run: Run) => readonly Run[],
): Promise<void> {
  const { plan } = statement;
  const pages = plan.pages.map(({ runs }) => ({ runs: runs.flatMap(drawnAs) }));
  assert.notDeepEqual(pages, plan.pages);
  const before = await readStatement(drawStatement(statement, plan), '');
  const after = await readStatement(drawStatement(statement, { ...plan, pages }), '');
  assert.deepEqual(after.warnings, []);
  assert.deepEqual(differences(saidIn(before.text), saidIn(after.text)), []);
}

describe('Text that is drawn in odd ways', () => {
  it('is read: account numbers whose digits are drawn twice beside a label that is drawn once', async () => {
    for (const kind of ['cdsl', 'nsdl'] as const) {
      const statement = planStatement(kind, 41, { encryption: 'none' });
      await saysTheSame(statement, (run) => [
        { ...run, text: run.text.replace(/\b(?:IN)?\d{6,16}\b/g, twiceWhereLong) },
      ]);
    }
  });
});

/** Folios and prices are not drawn so. */
function twiceWhereLong(id: string): string {
  return id.length < 8 || id.startsWith('6000') ? id : id.replaceAll(/./g, '$&$&');
}
