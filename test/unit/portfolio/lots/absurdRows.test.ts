import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NO_FACTS } from '../../../../src/portfolio/facts/facts.ts';
import { gainsByYear } from '../../../../src/portfolio/gains/gainsByYear.ts';
import { realisedGains } from '../../../../src/portfolio/gains/realisedGains.ts';
import { schedule112a } from '../../../../src/portfolio/gains/schedule112a.ts';
import { schedule112aCsv } from '../../../../src/portfolio/gains/schedule112aCsv.ts';
import { portfolioLots } from '../../../../src/portfolio/lots/portfolioLots.ts';
import { portfolioReturn } from '../../../../src/portfolio/returns/portfolioReturn.ts';
import { anySchemes } from './anyRows.ts';
import { decimal, folioOf, statementOf } from './inventedRows.ts';

const PERIOD = { from: '1990-01-01', to: '2026-03-31' };
const FACTS = { ...NO_FACTS, navsOf31Jan2018: new Map([['INF000D01B29', decimal('12.5')]]) };

describe('A statement of nonsense', () => {
  it('has a return, or a reason why it has none', () => {
    fc.assert(
      fc.property(anySchemes, (schemes) => {
        const result = portfolioReturn(statementOf([folioOf(schemes)], PERIOD));
        assert.equal(result.schemes.length, schemes.length);
        for (const { result: found } of [result, ...result.schemes]) {
          if (found.kind === 'yearly') assert.ok(found.rate >= -1 && found.rate < 10_001);
          else if (found.kind === 'absolute') assert.ok(found.days > 0);
          else assert.ok(found.reason);
        }
      }),
    );
  });

  it('has lots, or a reason why it has none', () => {
    fc.assert(
      fc.property(anySchemes, (schemes) => {
        const lots = portfolioLots(statementOf([folioOf(schemes)], PERIOD));
        assert.equal(lots.size, schemes.length);
        for (const found of lots.values()) {
          if (!found.ok) assert.ok(found.reason);
          else for (const { cost } of found.open) assert.ok((cost?.sign ?? 0) >= 0);
        }
      }),
    );
  });

  it('has gains and schedules of them', () => {
    fc.assert(
      fc.property(anySchemes, (schemes) => {
        const { gains } = realisedGains(statementOf([folioOf(schemes)], PERIOD), FACTS);
        for (const { financialYear } of gainsByYear(gains)) {
          const lines = schedule112aCsv(schedule112a(gains, financialYear)).split('\r\n');
          const width = financialYear === '2024-25' ? 15 : 14;
          for (const line of lines.slice(0, -1)) assert.equal(line.split(',').length, width);
        }
      }),
    );
  });
});
