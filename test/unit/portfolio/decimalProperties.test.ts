import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Decimal } from '../../../src/portfolio/decimal.ts';
import type { Rounding } from '../../../src/portfolio/rounding.ts';

/** A decimal as the reference sees it: whole-number arithmetic with BigInt and nothing else. */
interface Parts {
  readonly digits: bigint;
  readonly scale: number;
}

/** Where doubles end to be exact, where 15 digits end, and where numbers get large. */
const BORDERS = [0n, 2n ** 31n, 10n ** 15n, 2n ** 52n, 2n ** 53n, 2n ** 54n, 10n ** 22n, 2n ** 64n];

const digits = fc.oneof(
  fc
    .tuple(fc.constantFrom(...BORDERS), fc.bigInt({ min: -12n, max: 12n }), fc.boolean())
    .map(([border, off, minus]) => (minus ? -(border + off) : border + off)),
  fc.bigInt({ min: -(10n ** 7n), max: 10n ** 7n }),
  fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
);
const parts: fc.Arbitrary<Parts> = fc.record({ digits, scale: fc.integer({ min: 0, max: 9 }) });
const places = fc.integer({ min: 0, max: 12 });
const rounding = fc.constantFrom<Rounding>('half-up', 'half-even');

/** The same cases in every run. */
const RUNS = { seed: 20_250_331, numRuns: 2_000 };

describe('Decimal agrees with whole-number arithmetic, also where numbers stop being exact', () => {
  it('in what it is, reads and prints', () => {
    check(parts, (one) => {
      const value = decimal(one);
      assert.deepEqual([value.digits, value.scale], [one.digits, one.scale]);
      assert.equal(value.toString(), printed(one));
      assert.equal(value.sign, one.digits < 0n ? -1 : one.digits > 0n ? 1 : 0);
      same(value.negated(), { ...one, digits: -one.digits });
      same(value.abs(), { ...one, digits: magnitude(one.digits) });
      same(Decimal.fromInteger(one.digits), { digits: one.digits, scale: 0 });
    });
  });

  it('in sums and differences', () => {
    checkTwo(parts, parts, (one, other) => {
      const scale = Math.max(one.scale, other.scale);
      const [a, b] = [atScale(one, scale), atScale(other, scale)];
      same(decimal(one).plus(decimal(other)), { digits: a + b, scale });
      same(decimal(one).minus(decimal(other)), { digits: a - b, scale });
    });
  });

  it('in products', () => {
    checkTwo(parts, parts, (one, other) => {
      const scale = one.scale + other.scale;
      same(decimal(one).times(decimal(other)), { digits: one.digits * other.digits, scale });
    });
  });

  it('in comparisons', () => {
    checkTwo(parts, parts, (one, other) => {
      const scale = Math.max(one.scale, other.scale);
      const [a, b] = [atScale(one, scale), atScale(other, scale)];
      assert.equal(decimal(one).compare(decimal(other)), a < b ? -1 : a > b ? 1 : 0);
      assert.equal(decimal(one).equals(decimal(other)), a === b);
      assert.equal(decimal(one).compare(decimal({ digits: a, scale })), 0);
    });
  });

  it('in quotients, rounded once', () => {
    const divisor = parts.filter((part) => part.digits !== 0n);
    fc.assert(
      fc.property(parts, divisor, places, rounding, (one, by, to, how) => {
        const numerator = one.digits * 10n ** BigInt(to + by.scale);
        const denominator = by.digits * 10n ** BigInt(one.scale);
        const quotient = decimal(one).dividedBy(decimal(by), to, how);
        same(quotient, { digits: nearest(numerator, denominator, how), scale: to });
      }),
      RUNS,
    );
  });

  it('in rounding', () => {
    fc.assert(
      fc.property(parts, places, rounding, (one, to, how) => {
        const exact = one.digits * 10n ** BigInt(to);
        const rounded = nearest(exact, 10n ** BigInt(one.scale), how);
        same(decimal(one).round(to, how), { digits: rounded, scale: to });
      }),
      RUNS,
    );
  });

  it('in rounding ties', () => {
    const tie = fc.record({
      digits: digits.map((whole) => whole * 10n + 5n),
      scale: fc.constant(1),
    });
    fc.assert(
      fc.property(tie, rounding, (one, how) => {
        same(decimal(one).round(0, how), { digits: nearest(one.digits, 10n, how), scale: 0 });
      }),
      RUNS,
    );
  });

  it('in trimming zeros', () => {
    checkTwo(parts, fc.integer({ min: 0, max: 6 }), (one, zeros) => {
      const longer = { digits: one.digits * 10n ** BigInt(zeros), scale: one.scale + zeros };
      let { digits: left, scale } = longer;
      for (; scale > 2 && left % 10n === 0n; scale -= 1) left /= 10n;
      same(decimal(longer).trimmed(2), { digits: left, scale });
    });
  });
});

describe('Decimal takes a double', () => {
  it('as the shortest numeral that means it', () => {
    const double = fc.oneof(
      fc.double({ noDefaultInfinity: true, noNaN: true }),
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc.double({ min: -1e-5, max: 1e-5, noNaN: true }),
      fc.tuple(parts, fc.integer({ min: -3, max: 3 })).map(([one, steps]) => near(one, steps)),
    );
    check(double, (number) => {
      const expected = numeralParts(String(number));
      assert.deepEqual(
        [taken(number).digits, taken(number).scale],
        [expected.digits, expected.scale],
      );
      assert.equal(Number(taken(number).toString()), number + 0);
    });
  });

  it('as the numeral of up to 15 digits that it was written as', () => {
    const short = fc.record({
      digits: fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }),
      scale: fc.integer({ min: 0, max: 15 }),
    });
    check(short, (one) => {
      assert.equal(taken(Number(printed(one))).toString(), decimal(one).trimmed(0).toString());
    });
  });
});

function check<Case>(cases: fc.Arbitrary<Case>, holds: (one: Case) => void): void {
  fc.assert(fc.property(cases, holds), RUNS);
}

function checkTwo<One, Other>(
  one: fc.Arbitrary<One>,
  other: fc.Arbitrary<Other>,
  holds: (one: One, other: Other) => void,
): void {
  fc.assert(fc.property(one, other, holds), RUNS);
}

/** Equal in every property too: the same number is made the same, however it came about. */
function same(value: Decimal, expected: Parts): void {
  assert.equal(value.toString(), printed(expected));
  assert.deepEqual(value, decimal(expected));
}

function decimal(one: Parts): Decimal {
  const parsed = Decimal.parse(printed(one));
  assert.ok(parsed);
  return parsed;
}

function taken(number: number): Decimal {
  const value = Decimal.fromNumber(number);
  assert.ok(value);
  return value;
}

function printed({ digits: value, scale }: Parts): string {
  const text = magnitude(value)
    .toString()
    .padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const fraction = scale === 0 ? '' : `.${text.slice(-scale)}`;
  return `${value < 0n ? '-' : ''}${whole}${fraction}`;
}

/** What JavaScript prints of a number, read by hand: exponents make zeros, in front or behind. */
function numeralParts(numeral: string): Parts {
  const [mantissa = '', exponent = '0'] = numeral.split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const value = BigInt(whole + fraction);
  return scale < 0 ? { digits: value * 10n ** BigInt(-scale), scale: 0 } : { digits: value, scale };
}

/** The double of a decimal, or one a few doubles beside it. */
function near(one: Parts, steps: number): number {
  const bits = new BigInt64Array(new Float64Array([Number(printed(one))]).buffer);
  const [number = 0] = new Float64Array(bits.map((bit) => bit + BigInt(steps)).buffer);
  return Number.isFinite(number) ? number : 0;
}

function nearest(numerator: bigint, denominator: bigint, how: Rounding): bigint {
  const minus = numerator < 0n !== denominator < 0n;
  const [over, under] = [magnitude(numerator), magnitude(denominator)];
  const down = over / under;
  const twice = 2n * (over - down * under);
  const up = twice > under || (twice === under && (how === 'half-up' || down % 2n === 1n));
  const rounded = up ? down + 1n : down;
  return minus ? -rounded : rounded;
}

function atScale({ digits: value, scale }: Parts, wanted: number): bigint {
  return value * 10n ** BigInt(wanted - scale);
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
