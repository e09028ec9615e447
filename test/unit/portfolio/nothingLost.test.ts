import assert from 'node:assert/strict';
import { Decimal } from '../../../src/portfolio/decimal.ts';
import { jsonLeaves } from '../../../src/portfolio/jsonLeaves.ts';
import { keptFields } from '../../../src/portfolio/keptFields.ts';
import type { Portfolio } from '../../../src/portfolio/model.ts';
import { SAMPLES, portfolioOf, sampleText } from './samples.ts';

interface JsonObject {
  [key: string]: Json;
}
type Json = null | boolean | number | string | Json[] | JsonObject;
type Scalar = null | boolean | number | string;
type Path = readonly (string | number)[];

describe('nothing of an answer is lost', () => {
  for (const sample of SAMPLES) {
    const answer = JSON.parse(sampleText(sample)) as Json;
    const leaves = leavesOf(answer);

    it(`${sample}: every value is in the model or in its rest`, () => {
      const found = valuesOf(portfolioOf(JSON.stringify(answer)));
      for (const [path, value] of leaves) {
        if (value !== null) assert.ok(found.has(spelled(value)), path.join('.'));
      }
    });

    // Every value in its turn is made one that occurs nowhere else, so that no other place can stand in for it.
    for (const [kind, mark] of [
      ['text', 'a value like no other'],
      ['number', 31415926.53],
      ['object', { deep: ['a value like no other'] }],
    ] as const) {
      it(`${sample}: whichever value is replaced by another ${kind}, it is found again`, () => {
        assert.ok(leaves.length > 100);
        for (const [path] of leaves) {
          const changed = portfolioOf(
            JSON.stringify(replaced(answer, path, mark as unknown as Json)),
          );
          const wanted = kind === 'number' ? '31415926.53' : 'A VALUE LIKE NO OTHER';
          assert.ok(valuesOf(changed).has(wanted), path.join('.'));
        }
      });
    }

    it(`${sample}: an unknown key in whichever object is kept with its path`, () => {
      for (const path of objectsOf(answer)) {
        const changed = portfolioOf(JSON.stringify(replaced(answer, [...path, 'new_key'], 'new')));
        const kept = keptFields(changed).flatMap(({ path: at, value }) => jsonLeaves(at, value));
        const expected = [...path, 'new_key'].reduce<string>(
          (text, step) => text + (typeof step === 'number' ? `[${step}]` : `${text && '.'}${step}`),
          '',
        );
        assert.ok(
          kept.some(({ path: at, text }) => at === expected && text === 'new'),
          expected,
        );
      }
    });
  }
});

describe('the leaves of a JSON value', () => {
  it('come in the order of the JSON, empty lists and objects among them', () => {
    assert.deepEqual(jsonLeaves('a', { b: [1, { c: null }], d: {}, e: [], f: 'x', g: false }), [
      { path: 'a.b[0]', text: '1' },
      { path: 'a.b[1].c', text: 'null' },
      { path: 'a.d', text: '{}' },
      { path: 'a.e', text: '[]' },
      { path: 'a.f', text: 'x' },
      { path: 'a.g', text: 'false' },
    ]);
  });
});

/** Every scalar of a JSON value with its path. */
function leavesOf(value: Json, path: Path = []): [Path, Scalar][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return stepsOf(value).flatMap(([step, child]) => leavesOf(child, [...path, step]));
}

/** The path of every object in a JSON value. */
function objectsOf(value: Json, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = stepsOf(value).flatMap(([step, child]) => objectsOf(child, [...path, step]));
  return Array.isArray(value) ? inside : [path, ...inside];
}

function stepsOf(value: Json[] | JsonObject): [string | number, Json][] {
  return Array.isArray(value) ? [...value.entries()] : Object.entries(value);
}

/** A copy with another value at the path. */
function replaced(value: Json, [step, ...below]: Path, mark: Json): Json {
  if (step === undefined) return mark;
  assert.ok(typeof value === 'object' && value !== null);
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === step ? replaced(item, below, mark) : item));
  }
  return { ...value, [step]: replaced(value[step] ?? null, below, mark) };
}

/** Every value anywhere in the portfolio, spelled alike. */
function valuesOf(portfolio: Portfolio): Set<string> {
  const found = new Set<string>();
  const collect = (value: unknown): void => {
    if (value instanceof Decimal) found.add(value.trimmed(0).toString());
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
    else found.add(spelled(value as Scalar));
  };
  collect(portfolio);
  return found;
}

/** Upper case, because the model takes `EQUITY` for `Equity`; numbers as the shortest decimal. */
function spelled(value: Scalar): string {
  return String(value).toUpperCase();
}
