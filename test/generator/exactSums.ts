/** An exact decimal as a whole number of its last place: `12.5` by 3 places is 12500. */
export function scaledBy(decimal: string, places: number): bigint {
  const [, minus = '', whole = '', fraction = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(decimal) ?? [];
  if (whole === '' || fraction.length > places) throw new RangeError(`Not a decimal: ${decimal}`);
  return BigInt(`${minus}${whole}${fraction.padEnd(places, '0')}`);
}

/** How far units times NAV is from an amount, in paise. */
export function differenceInPaise(units: string, nav: string, amount: string): number {
  const exact = scaledBy(units, 4) * scaledBy(nav, 4);
  const printed = scaledBy(amount, 2) * 1_000_000n;
  const difference = exact < printed ? printed - exact : exact - printed;
  return Number(difference) / 1_000_000;
}
