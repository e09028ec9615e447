import assert from 'node:assert/strict';
import { readStatement } from '../../../src/local/readStatement.ts';
import { comparePortfolios } from '../../../src/portfolio/compare/comparePortfolios.ts';
import type { Portfolio } from '../../../src/portfolio/model.ts';
import { readPortfolio } from '../../../src/portfolio/readPortfolio.ts';
import { fixturePassword, fixturePdf, KINDS } from './fixtures.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * A local answer as the service words it: floats without the zeros that were printed, zeros and nulls in place of what is left out,
 * RTA codes gone from where they stand, what it knows from its database, no envelope of ours.
 */
function asServiceWords(text: string): string {
  const { x_casparser: ours, ...answer } = JSON.parse(text) as Record<string, Json>;
  assert.ok(ours !== undefined);
  const words = reworded(answer, '') as Record<string, Json>;
  return JSON.stringify({ ...words, msg: 'success', status: 'success' });
}

function reworded(value: Json, key: string): Json {
  if (Array.isArray(value)) return value.map((each: Json) => reworded(each, key));
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, each]) => [name, reworded(each, name)]),
  );
  if (key === 'meta') return { ...parts, generated_at: '2025-04-02T06:44:52Z' };
  if (key === 'schemes')
    return {
      cost: null,
      ...parts,
      type: 'Equity',
      additional_info: { ...(parts.additional_info as object), amfi: '100001' },
    };
  if (key === 'transactions') return { amount: null, nav: null, dividend_rate: null, ...parts };
  if (key === 'mutual_funds' && typeof parts.folio_number === 'string')
    return { ...parts, folio_number: parts.folio_number.replace('/', ' / ') };
  return parts;
}

/** How each spells a folio. */
const MAY_DIFFER = new Set(['folioNumber']);

function portfolioOf(text: string): Portfolio {
  const read = readPortfolio(text);
  assert.ok(read.ok);
  return read.portfolio;
}

describe('The same statement read by both engines', () => {
  for (const kind of KINDS)
    it(`compares as one, without differences that are none: ${kind}`, async () => {
      const { text } = await readStatement(await fixturePdf(kind), fixturePassword(kind));
      const here = portfolioOf(text);
      const service = portfolioOf(asServiceWords(text));
      for (const [one, other] of [
        [here, service],
        [service, here],
      ] as const) {
        const { changes, fields, investors, warnings } = comparePortfolios(one, other);
        assert.ok(changes.length > 0);
        assert.deepEqual(
          changes.filter(({ position }) => !position.earlier || !position.later),
          [],
          'each position has its other half',
        );
        assert.match(investors, /^same/);
        assert.deepEqual(warnings, ['same-day']);
        assert.ok(fields, 'they are taken for two readings of one statement');
        const strange = fields.flatMap(({ onlyIn, place, fields: differing }) => [
          ...(onlyIn === null ? [] : [`${place.of} only in the ${onlyIn}`]),
          ...differing
            .filter(({ field }) => !MAY_DIFFER.has(field))
            .map(
              ({ field, earlier, later }) =>
                `${place.of} ${field}: ${String(earlier)} and ${String(later)}`,
            ),
        ]);
        assert.deepEqual(strange, []);
      }
    });

  it('shows a figure that the engines read differently', async () => {
    const { text } = await readStatement(await fixturePdf('cdsl'), fixturePassword('cdsl'));
    const other = asServiceWords(text).replace(/"value":(\d)/, '"value":9$1');
    const { fields } = comparePortfolios(portfolioOf(text), portfolioOf(other));
    assert.ok(fields?.some((each) => each.fields.some(({ field }) => field === 'value')));
  });
});
