import assert from 'node:assert/strict';
import { Decimal } from '../../../src/portfolio/decimal.ts';
import type { Rounding } from '../../../src/portfolio/rounding.ts';

function decimal(numeral: string): Decimal {
  const parsed = Decimal.parse(numeral);
  assert.ok(parsed, `${numeral} is a numeral`);
  return parsed;
}

describe('Decimal', () => {
  it('keeps the digits and decimals it was written with', () => {
    for (const numeral of ['0', '1', '-1', '12.50', '-0.001', '100000000000000000000.01']) {
      assert.equal(decimal(numeral).toString(), numeral);
    }
  });

  it('reads exponents, a plus sign and missing digits around the point', () => {
    assert.equal(decimal('1.2e3').toString(), '1200');
    assert.equal(decimal('1.2e-3').toString(), '0.0012');
    assert.equal(decimal('1E+2').toString(), '100');
    assert.equal(decimal('+5').toString(), '5');
    assert.equal(decimal('.5').toString(), '0.5');
    assert.equal(decimal('5.').toString(), '5');
  });

  it('has no negative zero', () => {
    assert.equal(decimal('-0').toString(), '0');
    assert.equal(decimal('-0.4').round(0).toString(), '0');
  });

  it('is not made of what is not a numeral, or is absurdly long', () => {
    const notNumerals = [
      '',
      '.',
      '-',
      'abc',
      '1,000',
      ' 1',
      '1 ',
      '0x1',
      'NaN',
      'Infinity',
      '1e',
      '--1',
    ];
    const tooLong = ['9'.repeat(101), '1e101', '1e-101', '1e9999'];
    for (const text of [...notNumerals, ...tooLong]) assert.equal(Decimal.parse(text), null, text);
  });

  it('takes a double as the shortest decimal that means it', () => {
    const doubles = [
      0,
      -0,
      1,
      -1,
      0.1,
      0.11,
      671.951,
      -119.048,
      1e21,
      1e-7,
      123456789.123456,
      2 ** 53,
    ];
    for (const double of doubles) {
      const taken = Decimal.fromNumber(double);
      assert.equal(Number(taken?.toString()), double === 0 ? 0 : double);
    }
    assert.equal(Decimal.fromNumber(0.1)?.toString(), '0.1');
    assert.equal(Decimal.fromNumber(-0.05)?.toString(), '-0.05');
    assert.equal(Decimal.fromNumber(Infinity), null);
    assert.equal(Decimal.fromNumber(NaN), null);
  });

  it('adds exactly where a float does not', () => {
    const sum = Decimal.sum(Array.from({ length: 10 }, () => decimal('0.1')));
    assert.equal(sum.compare(decimal('1')), 0);
    assert.notEqual(
      [...Array(10).keys()].reduce((total) => total + 0.1, 0),
      1,
    );
    assert.equal(Decimal.sum([]).toString(), '0');
  });

  it('compares across scales', () => {
    assert.ok(decimal('1.50').equals(decimal('1.5')));
    assert.equal(decimal('1.49').compare(decimal('1.5')), -1);
    assert.equal(decimal('-1').compare(decimal('-1.01')), 1);
  });

  const roundings: [string, number, Rounding, string][] = [
    ['0.005', 2, 'half-up', '0.01'],
    ['0.005', 2, 'half-even', '0.00'],
    ['0.015', 2, 'half-even', '0.02'],
    ['0.025', 2, 'half-even', '0.02'],
    ['0.0251', 2, 'half-even', '0.03'],
    ['-0.005', 2, 'half-up', '-0.01'],
    ['-0.015', 2, 'half-even', '-0.02'],
    ['-0.025', 2, 'half-even', '-0.02'],
    ['0.0049999', 2, 'half-up', '0.00'],
    ['2.5', 0, 'half-up', '3'],
    ['2.5', 0, 'half-even', '2'],
    ['1.5', 3, 'half-up', '1.500'],
  ];
  for (const [numeral, places, rounding, expected] of roundings) {
    it(`rounds ${numeral} to ${expected} with ${places} places, ${rounding}`, () => {
      assert.equal(decimal(numeral).round(places, rounding).toString(), expected);
    });
  }

  it('divides with one rounding', () => {
    assert.equal(decimal('2').dividedBy(decimal('3'), 4).toString(), '0.6667');
    assert.equal(decimal('-2').dividedBy(decimal('3'), 4).toString(), '-0.6667');
    assert.equal(decimal('1').dividedBy(decimal('-8'), 2).toString(), '-0.13');
    assert.equal(decimal('1').dividedBy(decimal('8'), 2, 'half-even').toString(), '0.12');
    assert.equal(decimal('0.0001').dividedBy(decimal('1000'), 2).toString(), '0.00');
    assert.equal(decimal('174261.0').dividedBy(decimal('60.0'), 4).toString(), '2904.3500');
  });

  it('refuses to divide by zero', () => {
    assert.throws(() => decimal('1').dividedBy(Decimal.zero, 2), RangeError);
  });

  it('drops trailing zeros down to the places asked for', () => {
    assert.equal(decimal('1.5000').trimmed(2).toString(), '1.50');
    assert.equal(decimal('1.5000').trimmed(0).toString(), '1.5');
    assert.equal(decimal('100').trimmed(0).toString(), '100');
    assert.equal(decimal('1').trimmed(2).toString(), '1');
  });

  it('agrees with whole-number arithmetic on 2,000 random pairs', () => {
    const random = seeded(20250331);
    for (let round = 0; round < 2000; round++) {
      const [a, b] = [randomParts(random), randomParts(random)];
      const [x, y] = [decimal(printed(a)), decimal(printed(b))];
      // Everything at a scale of 12 is a whole number of 10⁻¹²; a product one of 10⁻²⁴.
      const [m, n] = [atScale(a, 12), atScale(b, 12)];
      assert.equal(wholeOf(x.plus(y), 12), m + n);
      assert.equal(wholeOf(x.minus(y), 12), m - n);
      assert.equal(wholeOf(x.times(y), 24), m * n);
      assert.equal(x.compare(y), m < n ? -1 : m > n ? 1 : 0);
      const rounded = wholeOf(x.round(2), 12);
      assert.ok(
        abs(rounded - m) * 2n <= 10n ** 10n,
        'a rounded number is at most half a paisa away',
      );
      if (n !== 0n) {
        const quotient = wholeOf(x.dividedBy(y, 6), 6);
        assert.ok(
          abs(m * 10n ** 6n - quotient * n) * 2n <= abs(n),
          'a quotient is the nearest one',
        );
      }
    }
  });
});

interface Parts {
  readonly digits: bigint;
  readonly scale: number;
}

/** A small, repeatable generator (mulberry32): the same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function randomParts(random: () => number): Parts {
  const length = 1 + Math.floor(random() * 22);
  const digits = Array.from({ length }, () => Math.floor(random() * 10)).join('');
  return { digits: BigInt(digits) * (random() < 0.5 ? -1n : 1n), scale: Math.floor(random() * 8) };
}

function printed({ digits, scale }: Parts): string {
  const text = abs(digits)
    .toString()
    .padStart(scale + 1, '0');
  const split = text.length - scale;
  return `${digits < 0n ? '-' : ''}${text.slice(0, split)}.${text.slice(split)}`;
}

function atScale({ digits, scale }: Parts, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - scale);
}

function wholeOf(value: Decimal, scale: number): bigint {
  assert.ok(value.scale <= scale);
  return atScale(value, scale);
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
