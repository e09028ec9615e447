import { isinIsValid } from '../../../portfolio/isin.ts';
import { ISIN } from '../../text/isin.ts';

/** A folio's number and the ISIN that can be printed with it. */
export interface FolioAndIsin {
  readonly folio: string | null;
  readonly isin: string | null;
}

/** At the end of a word, or right before a folio where the check digit says so. */
const LAST = new RegExp(`${ISIN}(?![A-Z0-9])`);
const ANY = new RegExp(ISIN, 'g');
/** With the room of a soft hyphen in it. */
const PARTED = /IN[EF0-9](?:[ -]?[A-Z0-9]){8}[ -]?\d(?![A-Z0-9])/;

/** Reads a cell of folio and ISIN, in one word or in two, in either order, with a slash between them or without. */
export function readFolioAndIsin(text: string): FolioAndIsin {
  const last = LAST.exec(text)?.[0];
  const printed = last ?? text.match(ANY)?.find(isinIsValid) ?? partedIsin(text);
  if (printed === null) return { folio: tidy(text), isin: null };
  const at = text.indexOf(printed);
  const isin = printed.replace(/[ -]/g, '');
  // Numbers of folios have slashes too, but never at their ends.
  return { folio: tidy(`${text.slice(0, at)} ${text.slice(at + printed.length)}`), isin };
}

/** As printed, when its check digit says that it is one. */
function partedIsin(text: string): string | null {
  const found = PARTED.exec(text)?.[0];
  return found !== undefined && isinIsValid(found.replace(/[ -]/g, '')) ? found : null;
}

function tidy(text: string): string | null {
  const folio = text.replace(/^[\s/|-]+|[\s/|-]+$/g, '');
  return folio === '' ? null : folio;
}
