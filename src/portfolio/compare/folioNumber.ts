import { readIdentifier } from './readIdentifier.ts';

/** A folio number as statements spell it: `9000000001 / 11`, `9000000001/11` and `009000000001` are one folio. */
export interface FolioNumber {
  /** Without spaces, leading zeros and the part after the stroke. */
  readonly base: string;
  /** The part after the stroke, a check digit that some statements leave out. */
  readonly suffix: string | null;
}

/** Null when the number is missing or masked. */
export function readFolioNumber(text: string | null): FolioNumber | null {
  if (text === null) return null;
  const [number = '', ...suffix] = text.split('/');
  const base = withoutLeadingZeros(readIdentifier(number));
  return base === null
    ? null
    : { base, suffix: withoutLeadingZeros(readIdentifier(suffix.join())) };
}

function withoutLeadingZeros(identifier: string | null): string | null {
  return identifier?.replace(/^0+(?=.)/, '') ?? null;
}
