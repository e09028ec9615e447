import assert from 'node:assert/strict';
import { membersOf } from '../../../../src/portfolio/family/members.ts';
import { statementOf } from '../compare/statements.ts';

function members(...investors: readonly object[]): (readonly number[])[] {
  const statements = investors.map((investor) => statementOf(null, { investor }));
  return membersOf(statements.map(({ investor }) => investor)).map((member) => member.statements);
}

const NAME = 'Sample Investor';

describe('the members of a family', () => {
  it('are told by their PANs', () => {
    const pan = 'ABCDE1234F';
    assert.deepEqual(members({ pan }, { pan: 'FGHIJ5678K' }, { pan }), [[0, 2], [1]]);
  });

  it('are found by name when a statement has no full PAN, wherever it comes', () => {
    const full = { name: NAME, pan: 'ABCDE1234F' };
    for (const part of [{ name: 'SAMPLE INVESTOR' }, { name: NAME, pan: 'ABXXXXXX4F' }]) {
      assert.deepEqual(members(full, part), [[0, 1]]);
      assert.deepEqual(members(part, full), [[0, 1]]);
    }
    assert.deepEqual(members({ name: NAME }, { name: NAME }), [[0, 1]]);
  });

  it('are not guessed between two people of one name', () => {
    const found = members(
      { name: NAME, pan: 'ABCDE1234F' },
      { name: NAME },
      { name: NAME, pan: 'FGHIJ5678K' },
    );
    assert.deepEqual(found, [[0], [1], [2]]);
  });

  it('are one for each statement where nothing tells them', () => {
    assert.deepEqual(members({}, {}), [[0], [1]]);
  });
});
