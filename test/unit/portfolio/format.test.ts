import assert from 'node:assert/strict';
import { columnDecimals } from '../../../src/portfolio/columnDecimals.ts';
import { Decimal } from '../../../src/portfolio/decimal.ts';
import {
  formatCompactRupees,
  formatNav,
  formatPercent,
  formatRupees,
  formatUnits,
} from '../../../src/portfolio/format.ts';
import { formatDate, formatDateTime } from '../../../src/portfolio/formatDate.ts';

function decimal(numeral: string): Decimal {
  const parsed = Decimal.parse(numeral);
  assert.ok(parsed);
  return parsed;
}

/** Checks a table of numerals and what they should look like; a no-break space is written as `_`. */
function shows(format: (value: Decimal) => string, table: Readonly<Record<string, string>>): void {
  for (const [numeral, expected] of Object.entries(table)) {
    it(`shows ${numeral} as ${expected}`, () => {
      assert.equal(format(decimal(numeral)).replaceAll('\u00A0', '_'), expected);
    });
  }
}

describe('rupees', () => {
  shows(formatRupees, {
    '0': '₹0.00',
    '0.5': '₹0.50',
    '999': '₹999.00',
    '1000': '₹1,000.00',
    '99999.99': '₹99,999.99',
    '100000': '₹1,00,000.00',
    '1942318.4': '₹19,42,318.40',
    '12345678901.25': '₹12,34,56,78,901.25',
    '-21400': '\u2212₹21,400.00',
    '0.004': '₹0.00',
    '-0.004': '₹0.00',
    '0.005': '₹0.01',
    '97334.320000000007': '₹97,334.32',
  });

  it('have a plus sign where a change is shown, zero has none', () => {
    assert.equal(formatRupees(decimal('25632.03'), 'always'), '+₹25,632.03');
    assert.equal(formatRupees(decimal('-1'), 'always'), '\u2212₹1.00');
    assert.equal(formatRupees(Decimal.zero, 'always'), '₹0.00');
  });
});

describe('rupees at a glance', () => {
  shows((value) => formatCompactRupees(value), {
    '99999.99': '₹99,999.99',
    '100000': '₹1.0_L',
    '1942318.40': '₹19.4_L',
    '9994999': '₹99.9_L',
    '9995000': '₹1.0_Cr',
    '23000000': '₹2.3_Cr',
    '123456789012': '₹12,345.7_Cr',
    '-1942318.40': '\u2212₹19.4_L',
  });

  it('use the words of the language', () => {
    const words = { lakh: 'लाख', crore: 'करोड़' };
    assert.equal(formatCompactRupees(decimal('250000'), words), '₹2.5\u00A0लाख');
  });
});

describe('units', () => {
  shows((value) => formatUnits(value), {
    '6719.510': '6,719.510',
    '60': '60',
    '1204.3321': '1,204.3321',
    '-119.048': '\u2212119.048',
    '0.006': '0.006',
    '123456': '1,23,456',
  });

  it('are filled up to the decimals of their column, never cut', () => {
    assert.equal(formatUnits(decimal('6'), 3), '6.000');
    assert.equal(formatUnits(decimal('1.23456'), 3), '1.23456');
    assert.equal(columnDecimals([decimal('6'), decimal('671.951'), null]), 3);
    assert.equal(columnDecimals([decimal('0.123456789')]), 6);
  });
});

describe('a NAV', () => {
  shows((value) => formatNav(value), {
    '86.5123': '86.5123',
    '2911.442': '2,911.442',
    '40': '40.00',
    '31.2': '31.20',
  });
});

describe('percent', () => {
  shows((value) => formatPercent(value), {
    '78.87': '78.87_%',
    '26.5': '26.5_%',
    '0': '0_%',
    '14.2345': '14.23_%',
    '0.005': '0.01_%',
    '-3.1': '\u22123.1_%',
    '1234.5': '1,234.5_%',
  });
});

describe('a date', () => {
  const dates: [string, string][] = [
    ['2025-03-31', '31 Mar 2025'],
    ['2024-02-29', '29 Feb 2024'],
    ['2000-02-29', '29 Feb 2000'],
    ['2025-12-01', '01 Dec 2025'],
  ];
  for (const [date, expected] of dates) {
    it(`shows ${date} as ${expected}`, () => {
      assert.equal(formatDate(date), expected);
    });
  }

  for (const date of [
    '2025-02-29',
    '1900-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-04-31',
    '2025-04-00',
    '31/03/2025',
    '',
  ]) {
    it(`that is not one stays as it came: "${date}"`, () => {
      assert.equal(formatDate(date), date);
    });
  }

  it('takes its month from the language', () => {
    assert.equal(
      formatDate('2025-08-01', (month) => `<${month}>`),
      '01 <Aug> 2025',
    );
  });

  it('shows a moment in the time zone it was written in', () => {
    assert.equal(formatDateTime('2026-09-12T06:39:20Z'), '12 Sep 2026, 06:39 UTC');
    assert.equal(formatDateTime('2026-09-12T12:09:20.5+05:30'), '12 Sep 2026, 12:09 +05:30');
    assert.equal(formatDateTime('2026-09-12 12:09'), '12 Sep 2026, 12:09');
    assert.equal(formatDateTime('2026-02-30T06:39:20Z'), '2026-02-30T06:39:20Z');
    assert.equal(formatDateTime('yesterday'), 'yesterday');
  });
});
