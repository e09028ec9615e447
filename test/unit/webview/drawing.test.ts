import assert from 'node:assert/strict';
import { ringArc } from '../../../src/webview/allocation/ringArc.ts';
import { stepPath, straightPath } from '../../../src/webview/charts/linePath.ts';

const POINTS = [
  { x: 0, y: 10 },
  { x: 5, y: 2.5 },
  { x: 7, y: 3 },
];

describe('A line of a chart', () => {
  it('goes straight from point to point', () => {
    assert.equal(straightPath(POINTS), 'M0.00,10.00L5.00,2.50L7.00,3.00');
  });

  it('or stays level until the next one', () => {
    assert.equal(stepPath(POINTS), 'M0.00,10.00H5.00V2.50H7.00V3.00');
  });

  it('is nothing without points', () => {
    assert.equal(straightPath([]) + stepPath([]), '');
  });
});

describe('A part of a ring', () => {
  const numbers = (path: string) =>
    [...path.matchAll(/-?\d+(\.\d+)?/g)].map(([text]) => Number(text));

  it('lies where its share is: the first quarter above and to the right', () => {
    const [x = 0, y = 0] = numbers(ringArc(0, 0.25));
    assert.ok(x > 0 && x < 1 && y < -20.9, 'it begins at the top');
    assert.match(ringArc(0, 0.25), /A21,21,0,0,1,/);
    assert.match(ringArc(0, 0.75), /A21,21,0,1,1,/, 'more than half goes the long way');
  });

  it('is drawn for the thinnest share, and for the whole', () => {
    for (const path of [ringArc(0.5, 0.500001), ringArc(0, 1)]) {
      assert.ok(!path.includes('NaN'));
      assert.match(path, /Z$/);
    }
    assert.equal(ringArc(0, 1).match(/A/g)?.length, 4, 'two halves outside and inside');
  });
});
