import { DATE } from '../../text/dates.ts';

/** The registrar's code of a scheme and the name behind it: `A101DG-Alpha Fund - Growth`. */
export interface CodeAndName {
  readonly code: string;
  readonly name: string;
}

/** Letters and digits with dashes inside, up to a dash with the name behind it. Only a number can have a space behind it. */
const PIECE = /^((?:\d{1,4}\s(?=[A-Z]))?[A-Za-z0-9/]{1,20})\s?-(?=\s?[A-Za-z0-9])\s?/;
const MOST_PIECES = 4;
const LONGEST = 24;
/** Registration numbers of advisers, and days. */
const OTHER = new RegExp(String.raw`^(?:[A-Z/]+\s?-\s?\d{4,}|ARN-|${DATE})`, 'i');

/**
 * Cuts the code from what a scheme's heading begins with. Registrars print codes of capitals and digits, of digits only, with
 * small letters and with dashes; so the fund house, with whose first word most names begin, says best where the code ends.
 * @param house the fund house that the scheme stands under, where it is known
 */
export function splitCode(text: string, house: string | null = null): CodeAndName | null {
  if (OTHER.test(text)) return null;
  const cuts = cutsOf(text);
  const named = cuts.find(({ name }) => beginsWithHouse(name, house));
  if (named || beginsWithHouse(text, house)) return named ?? null;
  let found: CodeAndName | null = null;
  for (const [index, cut] of cuts.entries()) {
    const piece = cut.code.slice(found === null ? 0 : found.code.length + 1);
    if (!(index === 0 ? canBeCode(piece, cut.name) : goesOn(piece))) break;
    found = cut;
  }
  return found;
}

/** Each place where the code could end, from the left. */
function cutsOf(text: string): CodeAndName[] {
  const cuts: CodeAndName[] = [];
  let code = '';
  let name = text;
  while (cuts.length < MOST_PIECES) {
    const [whole = '', piece = ''] = PIECE.exec(name) ?? [];
    code = code === '' ? piece : `${code}-${piece}`;
    if (piece === '' || code.length > LONGEST) break;
    name = name.slice(whole.length);
    cuts.push({ code, name });
  }
  return cuts;
}

function canBeCode(piece: string, name: string): boolean {
  if (/^\d+$/.test(piece)) return piece.length > 1 && /^[A-Za-z]/.test(name);
  return /\d/.test(piece) || !/[a-z]/.test(piece);
}

/** What follows a first dash is the name, unless it has a digit or is too short for one. */
function goesOn(piece: string): boolean {
  return /\d/.test(piece) || /^[A-Z]{1,2}$/.test(piece);
}

function beginsWithHouse(text: string, house: string | null): boolean {
  const first = house?.split(/\s+/)[0]?.toLowerCase() ?? '';
  const begins = text.toLowerCase().startsWith(first);
  return first.length > 1 && begins && !/^[A-Za-z0-9]/.test(text.slice(first.length));
}
