/**
 * An identifier as statements spell it, for comparing: capitals and digits only. Null when nothing is left of it, or when it is
 * masked (`12XXXXXX0001`, `****0001`): two that are masked alike need not be one.
 */
export function readIdentifier(text: string | null): string | null {
  if (text === null || /\*|X{3}/i.test(text)) return null;
  const plain = text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
  return plain === '' ? null : plain;
}
