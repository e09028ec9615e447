import { ISIN, isinIsValid } from '../../text/isin.ts';

/** A folio's number and the ISIN that can be printed with it. */
export interface FolioAndIsin {
  readonly folio: string | null;
  readonly isin: string | null;
}

/** At the end of a word, or right before a folio where the check digit says so. */
const LAST = new RegExp(`${ISIN}(?![A-Z0-9])`);
const ANY = new RegExp(ISIN, 'g');

/** Reads a cell of folio and ISIN, in one word or in two, in either order, with a slash between them or without. */
export function readFolioAndIsin(text: string): FolioAndIsin {
  const last = LAST.exec(text)?.[0];
  const isin = last ?? text.match(ANY)?.find(isinIsValid) ?? null;
  const at = isin === null ? -1 : text.indexOf(isin);
  if (isin === null) return { folio: tidy(text), isin };
  // Numbers of folios have slashes too, but never at their ends.
  return { folio: tidy(`${text.slice(0, at)} ${text.slice(at + isin.length)}`), isin };
}

function tidy(text: string): string | null {
  const folio = text.replace(/^[\s/|-]+|[\s/|-]+$/g, '');
  return folio === '' ? null : folio;
}
