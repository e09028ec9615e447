import assert from 'node:assert/strict';
import { KINDS, parsedFixture } from './fixtures.ts';
import { answerFields, truthFields, truthOf } from './truth.ts';

describe('A statement of each kind, read on this computer', () => {
  for (const kind of KINDS) {
    it(`says in every field what the ${kind} statement says, with nothing to warn of`, async () => {
      const answer = await parsedFixture(kind);
      const read = answerFields(answer);
      const wrong = [...truthFields(truthOf(kind))]
        .filter(([path, value]) => read.get(path) !== value)
        .map(([path, value]) => `${path}: ${String(read.get(path))} instead of ${String(value)}`);
      assert.deepEqual(wrong, []);
      assert.deepEqual(answer.x_casparser.warnings, []);
      assert.equal(answer.x_casparser.engine, 'local');
    });
  }
});
