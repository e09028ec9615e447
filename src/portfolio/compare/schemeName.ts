/** The registrar's code before the name: upper-case letters and digits, both, then a dash. */
const CODE = /^(?=[A-Z\d ]*\d)(?=[A-Z\d ]*[A-Z])[A-Z\d]+(?: [A-Z\d]+)?\s*-\s*/;

/** Brackets that say how units are held or what the scheme was called before. */
const ASIDE = /\((?:non[\s-]*)?demat\)|\((?:formerly|erstwhile)[^()]*\)/g;

/**
 * The name of a scheme or security for comparing: `EXM01-Example Fund - Growth (Non-Demat)` and `Example Fund Growth` are one.
 *
 * @param rtaCode the registrar's code where it is known, which need not look like one
 */
export function comparableSchemeName(name: string, rtaCode: string | null = null): string {
  return withoutCode(name.trim(), rtaCode)
    .normalize('NFKC')
    .toLowerCase()
    .replace(ASIDE, ' ')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

function withoutCode(name: string, rtaCode: string | null): string {
  if (rtaCode !== null && name.startsWith(rtaCode)) {
    const rest = /^\s*-\s*(.+)$/su.exec(name.slice(rtaCode.length));
    if (rest) return rest[1] ?? name;
  }
  return name.replace(CODE, '');
}
