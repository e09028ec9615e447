/** What only says what form a company or a fund has, at the end of an AMC's name. */
const FORMS: ReadonlySet<string> = new Set([
  'mutual fund',
  'mutual funds',
  'mf',
  'fund house',
  'asset management',
  'amc',
  'limited',
  'ltd',
  'private',
  'pvt',
  'company',
  'co',
]);

/**
 * An AMC's name for comparing: `Axis`, `AXIS Mutual Fund` and `Axis Asset Management Company Limited` are one. Nothing but the
 * form is taken off: `Kotak` and `Kotak Mahindra` stay two.
 */
export function comparableAmc(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  while (words.length > 1) {
    if (FORMS.has(words.slice(-1).join())) words.length -= 1;
    else if (words.length > 2 && FORMS.has(words.slice(-2).join(' '))) words.length -= 2;
    else break;
  }
  return words.join(' ');
}
