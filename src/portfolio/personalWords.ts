import type { Holder, Portfolio } from './model.ts';

/** Shorter texts are words of any sentence, and to take them out would spoil it. */
const SHORTEST = 4;
/** The part of a folio before its check digits; the number of a PIN code. */
const SHORTEST_NUMBER = 6;
/** Written before a name and no part of it. */
const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'shri', 'smt', 'kumari']);

/**
 * All by which a statement says whose it is, in each way in which people write it: names with the last word first, without those in
 * the middle and with initials, PANs, numbers of folios and accounts, contact data, lines of the address. As `compact` has them.
 */
export function personalWords(portfolio: Portfolio): string[] {
  const { investor, dematAccounts, folios, policies, npsAccounts } = portfolio;
  const names = [
    investor.name,
    ...dematAccounts.flatMap(({ nominee, holders }) => [nominee, ...namesOf(holders)]),
    ...folios.flatMap(({ holders, schemes }) => [
      ...namesOf(holders),
      ...schemes.flatMap(({ nominees }) => nominees),
    ]),
    ...policies.map(({ lifeAssured }) => lifeAssured),
    ...npsAccounts.flatMap(({ holders }) => namesOf(holders)),
  ];
  const numbers = [
    investor.pan,
    investor.email,
    investor.mobile,
    investor.casId,
    ...dematAccounts.flatMap((account) => [
      account.clientId,
      account.boId,
      account.email,
      ...account.linkedPans,
      ...pansOf(account.holders),
    ]),
    ...folios.flatMap(({ folioNumber, pan, holders }) => [folioNumber, pan, ...pansOf(holders)]),
    ...policies.map(({ policyNumber }) => policyNumber),
    ...npsAccounts.flatMap(({ pran, holders }) => [pran, ...pansOf(holders)]),
  ];
  const found = [
    ...told(names).flatMap(waysToWriteName),
    ...told(numbers).map(compact),
    ...told(folios.map(({ folioNumber }) => folioNumber)).flatMap(withoutCheckDigits),
    ...told([investor.mobile]).flatMap(withoutCountry),
    ...told([investor.pincode]).flatMap(ifNumber),
    ...told([investor.address]).flatMap(linesOfAddress),
  ];
  return [...new Set(found)].filter(({ length }) => length >= SHORTEST);
}

/** A text by its letters and digits alone, whatever its case, its width and what stands between them. */
export function compact(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.replace(/[^a-zA-Z\d]+/g, '').toLowerCase();
  return (text.normalize('NFKC').match(LETTERS_AND_DIGITS) ?? []).join('').toLowerCase();
}

/** A run of letters and digits; the marks of Indian scripts are part of their letters. */
export const LETTERS_AND_DIGITS = /[\p{L}\p{M}\p{N}]+/gu;

function waysToWriteName(name: string): string[] {
  const words = wordsOf(name).filter((word) => !TITLES.has(word));
  const last = words.at(-1) ?? '';
  const [first = ''] = words;
  const before = words.slice(0, -1);
  const whole = [compact(name), words.join('')];
  if (before.length === 0) return whole;
  const initials = before.map(([initial = '']) => initial);
  return [
    ...whole,
    [last, ...before].join(''),
    first + last,
    // Names of funds have single letters, too, and two together tell nobody.
    ...(last.length < SHORTEST ? [] : [initials.join('') + last, `${initials[0] ?? ''}${last}`]),
    ...(before.length < 2 ? [] : [[first, ...initials.slice(1), last].join('')]),
  ];
}

function withoutCheckDigits(folio: string): string[] {
  const [number = ''] = folio.split('/', 1);
  const found = compact(number);
  return found.length >= SHORTEST_NUMBER ? [found] : [];
}

function withoutCountry(mobile: string): string[] {
  const digits = compact(mobile);
  return /^91\d{10}$/.test(digits) ? [digits.slice(2)] : [];
}

function ifNumber(pincode: string): string[] {
  const digits = compact(pincode);
  return /^\d{6,}$/.test(digits) ? [digits] : [];
}

/** The whole and each line of more than a word: a town alone tells nobody. */
function linesOfAddress(address: string): string[] {
  const lines = address.split(/[,;\n]/u).filter((line) => wordsOf(line).length > 1);
  const pins = address.match(/(?<!\d)\d{3} ?\d{3}(?!\d)/gu) ?? [];
  return [address, ...lines, ...pins].map(compact);
}

function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(LETTERS_AND_DIGITS) ?? [];
}

/** Each once: a statement repeats its holders with every folio. */
function told(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts)].filter((text) => text !== null);
}

function namesOf(holders: readonly Holder[]): (string | null)[] {
  return holders.map(({ name }) => name);
}

function pansOf(holders: readonly Holder[]): (string | null)[] {
  return holders.map(({ pan }) => pan);
}
