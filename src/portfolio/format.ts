import { Decimal } from './decimal.ts';

const MINUS = '\u2212';
const NO_BREAK_SPACE = '\u00A0';
const LAKH = Decimal.fromInteger(100_000);
const CRORE = Decimal.fromInteger(10_000_000);
const HUNDRED = Decimal.fromInteger(100);

/** `always` writes a plus sign too: for gains and other changes. Zero never has a sign. */
export type ShowSign = 'negative' | 'always';

/** Rupees as people write them: `₹19,42,318.40`, `−₹5,000.00`. Always two decimals, rounded half up. */
export function formatRupees(value: Decimal, sign: ShowSign = 'negative'): string {
  const rounded = value.round(2);
  return `${signOf(rounded, sign)}₹${grouped(rounded.abs())}`;
}

export interface CompactWords {
  readonly lakh: string;
  readonly crore: string;
}

/** Rupees at a glance: `₹19.4 L`, `₹2.3 Cr`; below a lakh in full. */
export function formatCompactRupees(
  value: Decimal,
  words: CompactWords = { lakh: 'L', crore: 'Cr' },
): string {
  const magnitude = value.abs();
  if (magnitude.compare(LAKH) < 0) return formatRupees(value);
  const lakhs = magnitude.dividedBy(LAKH, 1);
  const inLakhs = lakhs.compare(HUNDRED) < 0;
  const figure = inLakhs ? lakhs : magnitude.dividedBy(CRORE, 1);
  const word = inLakhs ? words.lakh : words.crore;
  return `${signOf(value, 'negative')}₹${grouped(figure)}${NO_BREAK_SPACE}${word}`;
}

/** Units with every decimal that was given, and at least `decimals`, so that a column lines up. */
export function formatUnits(value: Decimal, decimals = 0, sign: ShowSign = 'negative'): string {
  const shown = value.round(Math.max(value.scale, decimals));
  return signOf(shown, sign) + grouped(shown.abs());
}

/** A NAV or price in INR with every decimal that was given, and at least `decimals` and two. */
export function formatNav(value: Decimal, decimals = 0): string {
  return formatUnits(value, Math.max(decimals, 2));
}

/** Percent with the decimals that were given, two at most, and at least `decimals`: `78.87 %`. */
export function formatPercent(value: Decimal, decimals = 0, sign: ShowSign = 'negative'): string {
  const rounded = value.round(Math.max(Math.min(value.scale, 2), decimals));
  return `${signOf(rounded, sign)}${grouped(rounded.abs())}${NO_BREAK_SPACE}%`;
}

function signOf(value: Decimal, show: ShowSign): string {
  if (value.sign < 0) return MINUS;
  return show === 'always' && value.sign > 0 ? '+' : '';
}

/** Indian grouping: the last three digits, then pairs. */
function grouped(magnitude: Decimal): string {
  const [whole = '', fraction] = magnitude.toString().split('.');
  const head = whole.slice(0, -3).replace(/\B(?=(?:\d{2})+$)/g, ',');
  const tail = whole.slice(-3);
  const digits = head === '' ? tail : `${head},${tail}`;
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}
