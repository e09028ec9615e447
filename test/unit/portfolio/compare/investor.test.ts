import assert from 'node:assert/strict';
import { matchInvestors } from '../../../../src/portfolio/compare/investor.ts';

const NAME = 'Sample Investor';
const PAN = 'ABCDE1234F';

describe('the investors of two statements', () => {
  const match = (
    one: { name?: string | null; pan?: string | null },
    other: { name?: string | null; pan?: string | null },
  ) => {
    const [left, right] = [one, other].map(({ name = null, pan = null }) => ({ name, pan }));
    assert.ok(left && right);
    const there = matchInvestors(left, right);
    assert.equal(matchInvestors(right, left), there, 'the same the other way round');
    return there;
  };

  it('are one by their PAN, whatever they are called', () => {
    assert.equal(
      match({ name: NAME, pan: PAN }, { name: 'S. Investor', pan: ' abcde 1234f' }),
      'same-pan',
    );
  });

  it('are two by their PANs, even with one name', () => {
    assert.equal(match({ name: NAME, pan: PAN }, { name: NAME, pan: 'FGHIJ5678K' }), 'different');
  });

  it('are told by name where one prints no PAN, without case, spaces and points', () => {
    assert.equal(match({ name: NAME, pan: PAN }, { name: ' SAMPLE  INVESTOR ' }), 'same-name');
    assert.equal(match({ name: 'S. Investor' }, { name: 'SInvestor' }), 'same-name');
    assert.equal(match({ name: NAME }, { name: 'Sample Joint Holder' }), 'different');
    assert.equal(match({ name: 'प्रिया' }, { name: 'प्रया' }), 'different', 'vowel signs count');
  });

  it('are told by name where a PAN is masked, unless what is left of it contradicts', () => {
    assert.equal(match({ name: NAME, pan: PAN }, { name: NAME, pan: 'ABXXXXXX4F' }), 'same-name');
    assert.equal(match({ name: NAME, pan: PAN }, { name: NAME, pan: 'AB******4F' }), 'same-name');
    assert.equal(match({ name: NAME, pan: PAN }, { name: NAME, pan: 'FGXXXXXX8K' }), 'different');
    assert.equal(
      match({ name: NAME, pan: PAN }, { name: 'Another', pan: 'ABXXXXXX4F' }),
      'different',
    );
    assert.equal(match({ pan: 'ABXXXXXX4F' }, { pan: 'ABXXXXXX4F' }), 'unknown');
  });

  it('are two where a PAN has an X of its own, which masks nothing', () => {
    assert.equal(match({ pan: 'XXXPX1234X' }, { pan: 'ABCPX1234X' }), 'different');
    const name = NAME;
    assert.equal(match({ name, pan: 'XBCPX1234X' }, { name, pan: 'ABXXXXXX4X' }), 'different');
  });

  it('are not known without anything to tell them by', () => {
    assert.equal(match({}, { name: NAME, pan: PAN }), 'unknown');
    assert.equal(match({ name: NAME }, { pan: PAN }), 'unknown');
    assert.equal(match({ name: '...' }, { name: '-' }), 'unknown');
  });
});
