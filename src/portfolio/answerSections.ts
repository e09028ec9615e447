/** An answer without any of these is something else. Some clients met the folios under their own name. */
const SECTIONS = [
  'meta',
  'investor',
  'summary',
  'demat_accounts',
  'mutual_funds',
  'folios',
  'insurance',
  'nps',
] as const;

/** True for a parsed answer that has at least one part of a portfolio. */
export function hasSection(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  return SECTIONS.some((section) => Object.hasOwn(answer, section));
}
