import assert from 'node:assert/strict';
import { parseDay } from '../../../../src/portfolio/days.ts';
import { assetClass } from '../../../../src/portfolio/gains/assetClass.ts';
import type { AssetClass, ClassEvidence } from '../../../../src/portfolio/gains/assetClass.ts';
import { financialYear } from '../../../../src/portfolio/gains/financialYear.ts';
import { termOf } from '../../../../src/portfolio/gains/term.ts';

function term(asset: AssetClass, acquired: string | null, sold: string): string {
  return termOf(asset, parseDay(acquired), parseDay(sold) ?? NaN);
}

describe('The term of units', () => {
  it('of an equity-oriented fund is long after twelve months, and not on their last day', () => {
    assert.equal(term('equity-oriented', '2020-02-10', '2021-02-10'), 'short');
    assert.equal(term('equity-oriented', '2020-02-10', '2021-02-11'), 'long');
    assert.equal(term('equity-oriented', '2024-02-29', '2025-02-28'), 'short');
    assert.equal(term('equity-oriented', '2024-02-29', '2025-03-01'), 'long');
    assert.equal(term('equity-oriented', '2024-08-01', '2025-08-02'), 'long');
  });

  it('of a debt fund sold before 23 July 2024 is long after 36 months, from then on after 24', () => {
    assert.equal(term('specified-debt', '2021-07-22', '2024-07-22'), 'short');
    assert.equal(term('specified-debt', '2021-07-21', '2024-07-22'), 'long');
    assert.equal(term('specified-debt', '2022-07-22', '2024-07-22'), 'short');
    assert.equal(term('specified-debt', '2022-07-22', '2024-07-23'), 'long');
    assert.equal(term('specified-debt', '2022-07-23', '2024-07-23'), 'short');
  });

  it('of a debt fund sold until 10 July 2014 was long after twelve months', () => {
    assert.equal(term('specified-debt', '2013-07-09', '2014-07-10'), 'long');
    assert.equal(term('specified-debt', '2013-07-09', '2014-07-11'), 'short');
  });

  it('of a debt fund bought since 1 April 2023 is short for ever', () => {
    assert.equal(term('specified-debt', '2023-03-31', '2025-04-01'), 'long');
    assert.equal(term('specified-debt', '2023-04-01', '2033-04-01'), 'short');
    assert.equal(term('equity-oriented', '2023-04-01', '2025-04-01'), 'long');
  });

  it('is not known without a date or without knowing what the fund is', () => {
    assert.equal(term('equity-oriented', null, '2025-04-01'), 'unknown');
    assert.equal(term('unknown', '2000-01-01', '2025-04-01'), 'unknown');
  });
});

function classOf(
  type: ClassEvidence['type'],
  stt: ClassEvidence['stt'] = 'not-told',
  kind: ClassEvidence['kind'] = null,
): AssetClass {
  return assetClass({ type, stt, kind });
}

describe('What a fund is to the tax', () => {
  it('is what the statement prints, as far as that decides it', () => {
    assert.equal(classOf('Equity'), 'equity-oriented');
    assert.equal(classOf('Equity', 'absent'), 'unknown');
    assert.equal(classOf('Debt'), 'specified-debt');
    assert.equal(classOf('Debt', 'absent'), 'specified-debt');
    for (const type of ['Hybrid', 'Other', null] as const) {
      assert.equal(classOf(type), 'unknown');
    }
  });

  it('is equity-oriented where STT was levied, unless that contradicts the type', () => {
    for (const type of ['Equity', 'Hybrid', 'Other', null] as const) {
      assert.equal(classOf(type, 'levied'), 'equity-oriented');
    }
    assert.equal(classOf('Debt', 'levied'), 'unknown');
  });
});

describe('The financial year', () => {
  it('is from April to March', () => {
    const year = (date: string) => financialYear(parseDay(date) ?? NaN);
    assert.equal(year('2024-03-31'), '2023-24');
    assert.equal(year('2024-04-01'), '2024-25');
    assert.equal(year('2025-01-01'), '2024-25');
    assert.equal(year('1999-04-01'), '1999-00');
    assert.equal(year('2009-12-31'), '2009-10');
  });
});
