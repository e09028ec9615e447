import assert from 'node:assert/strict';
import { readUsagePageMessage } from '../../../src/views/usageMessages.ts';

const period = {
  choice: 'days7',
  firstDay: '2026-11-16',
  lastDay: '2026-11-22',
  from: 1,
  to: 2,
};

describe('what the usage page sends', () => {
  it('is read when it is one of its messages', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'load', period },
      { type: 'export' },
      { type: 'copyRequestId', requestId: 'req-1' },
      { type: 'openDashboard' },
    ])
      assert.deepEqual(readUsagePageMessage(message), message);
  });

  it('is dropped when it is anything else', () => {
    for (const message of [
      undefined,
      'ready',
      { type: 'save' },
      { type: 'load' },
      { type: 'load', period: { ...period, choice: 'ever' } },
      { type: 'load', period: { ...period, firstDay: '../../x' } },
      { type: 'load', period: { ...period, to: 1.5 } },
      { type: 'load', period: { ...period, from: 8.64e15 + 1 } },
      { type: 'load', period: { ...period, from: 3 } },
      { type: 'copyRequestId', requestId: 'x'.repeat(501) },
    ])
      assert.equal(readUsagePageMessage(message), undefined, JSON.stringify(message));
  });
});
