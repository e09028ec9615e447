import { Decimal } from '../decimal.ts';
import { NO_FACTS } from '../facts/facts.ts';
import type { Facts } from '../facts/facts.ts';

/** What may be typed as a NAV: INR per unit, more than nothing. */
const NAV = /^\d{1,7}(?:\.\d{1,4})?$/;

/** @returns null for what is no NAV */
export function readNav(typed: string): Decimal | null {
  const text = typed.trim();
  const nav = NAV.test(text) ? Decimal.parse(text) : null;
  return nav && nav.sign > 0 ? nav : null;
}

/** NAVs of 31 January 2018 from what was typed, by ISIN; what is no NAV counts as not given. */
export function typedNavs(typed: Readonly<Record<string, string>>): Facts {
  const navs = Object.entries(typed).flatMap(([isin, text]) => {
    const nav = readNav(text);
    return nav ? [[isin, nav] as const] : [];
  });
  return { ...NO_FACTS, navsOf31Jan2018: new Map(navs) };
}
