import assert from 'node:assert/strict';
import { readPageMessage } from '../../../src/views/pageMessage.ts';

describe('a message from the page to export', () => {
  const specs = [
    {},
    { format: 'csv', what: 'transactions' },
    { format: 'beancount' },
    { keys: [] },
    { what: 'transactions', keys: ['mutual_funds[0].schemes[1]'], rows: [0, 0, 0, 17] },
  ];
  for (const spec of specs)
    it(`is understood: ${JSON.stringify(spec)}`, () => {
      assert.deepEqual(readPageMessage({ type: 'export', spec }), { type: 'export', spec });
    });

  it('brings no path and no mask with it: the extension decides both', () => {
    const smuggled = { format: 'csv', masked: false, path: '/etc/passwd' };
    assert.deepEqual(readPageMessage({ type: 'export', spec: smuggled }), {
      type: 'export',
      spec: { format: 'csv' },
    });
  });

  const others: [string, unknown][] = [
    ['no request', undefined],
    ['a format that there is not', { format: 'exe' }],
    ['a table that there is not', { what: 'passwords' }],
    ['keys that are no texts', { keys: [1] }],
    ['rows that are no whole numbers', { rows: [0, 1.5] }],
    ['rows before the first', { rows: [0, -1] }],
    ['rows that are no numbers', { rows: ['0', '1'] }],
  ];
  for (const [what, spec] of others)
    it(`is not understood: ${what}`, () => {
      assert.equal(readPageMessage({ type: 'export', spec }), undefined);
    });
});
