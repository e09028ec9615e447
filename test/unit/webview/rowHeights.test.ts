import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { RowHeights } from '../../../src/webview/transactions/rowHeights.ts';

const ESTIMATE = 30;
const lists = fc.integer({ min: 0, max: 200 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    measured: fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: Math.max(0, count - 1) }),
        fc.integer({ min: 1, max: 90 }),
      ),
    ),
  }),
);

/** The same, row by row. */
function slowly(count: number, measured: readonly (readonly [number, number])[]): number[] {
  const heights = Array.from({ length: count }, () => ESTIMATE);
  for (const [row, height] of measured) if (row < count) heights[row] = height;
  return heights;
}

describe('heights of many rows', () => {
  it('tell where each row begins and where all end', () => {
    fc.assert(
      fc.property(lists, ({ count, measured }) => {
        const rows = new RowHeights(count, ESTIMATE);
        for (const [row, height] of measured) rows.set(row, height);
        let top = 0;
        for (const [row, height] of slowly(count, measured).entries()) {
          assert.equal(rows.top(row), top);
          top += height;
        }
        assert.equal(rows.top(count), top);
      }),
    );
  });

  it('tell which row stands at a height, the first above all and the last below', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: -100, max: 9_000 }), ({ count, measured }, height) => {
        fc.pre(count > 0);
        const rows = new RowHeights(count, ESTIMATE);
        for (const [row, pixels] of measured) rows.set(row, pixels);
        const row = rows.rowAt(height);
        if (height < 0) assert.equal(row, 0);
        else if (height >= rows.top(count)) assert.equal(row, count - 1);
        else assert.ok(rows.top(row) <= height && height < rows.top(row + 1));
      }),
    );
  });

  it('take nothing of a row that is not there', () => {
    const rows = new RowHeights(3, ESTIMATE);
    rows.set(3, 10);
    rows.set(-1, 10);
    assert.equal(rows.top(3), 90);
  });
});
