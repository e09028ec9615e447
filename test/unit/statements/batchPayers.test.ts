import assert from 'node:assert/strict';
import { BatchPayers } from '../../../src/statements/batchPayers.ts';

describe('who pays for the statements of a batch', () => {
  const gateway = { id: 'gateway' };
  const own = { id: 'own key' };

  it('is whoever each was begun for, also when others are put beside them', () => {
    const payers = new BatchPayers<{ id: string }>();
    payers.assign(['a', 'b'], gateway);
    payers.assign(['c'], own);
    payers.assignOthers(own);
    assert.deepEqual(
      ['a', 'b', 'c', 'd'].map((file) => payers.of(file).id),
      ['gateway', 'gateway', 'own key', 'own key'],
    );
  });

  it('is told before it changes, each payer once', () => {
    const payers = new BatchPayers<{ id: string }>();
    payers.assign(['a', 'b'], gateway);
    payers.assign(['c'], own);
    assert.deepEqual(payers.otherThan(own, ['a', 'b', 'c', 'd']), [gateway]);
    assert.deepEqual(payers.otherThan(own, ['c']), []);
    payers.assign(['a', 'b'], own);
    assert.deepEqual(payers.otherThan(own, ['a', 'b', 'c']), []);
  });

  it('is nobody before anyone is named', () => {
    assert.throws(() => new BatchPayers().of('a'));
  });
});
