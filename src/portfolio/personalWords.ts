import type { Holder, Portfolio } from './model.ts';

/** Shorter texts are words of any sentence, and to take them out would spoil it. */
const SHORTEST = 4;
/** The part of a folio before its check digits; the number of a PIN code. */
const SHORTEST_NUMBER = 6;
/** Written before a name and no part of it. */
const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'shri', 'smt', 'kumari']);

/** A name or a line of an address is shorter. What is longer is looked for in pieces, so that a long text takes no longer for it. */
export const LONGEST_RUN = 512;

/** Of each portfolio, as long as somebody has it: models ask about the same one again and again. */
const known = new WeakMap<Portfolio, ReadonlySet<string>>();

/**
 * All by which a statement says whose it is, in each way in which people write it: names with the last word first, without those in
 * the middle and with initials, PANs, numbers of folios and accounts, contact data, lines of the address. As `compact` has them.
 */
export function personalWords(portfolio: Portfolio): ReadonlySet<string> {
  const before = known.get(portfolio);
  if (before) return before;
  const found = wordsIn(portfolio);
  known.set(portfolio, found);
  return found;
}

function wordsIn(portfolio: Portfolio): ReadonlySet<string> {
  const { investor, dematAccounts, folios, policies, npsAccounts } = portfolio;
  const names = new Texts();
  const numbers = new Texts();
  const folioNumbers = new Texts();
  const addHolders = (holders: readonly Holder[]) => {
    for (const { name, pan } of holders) {
      names.add([name]);
      numbers.add([pan]);
    }
  };
  names.add([investor.name]);
  numbers.add([investor.pan, investor.email, investor.mobile, investor.casId]);
  for (const { nominee, holders, clientId, boId, email, linkedPans } of dematAccounts) {
    names.add([nominee]);
    numbers.add([clientId, boId, email]);
    numbers.add(linkedPans);
    addHolders(holders);
  }
  for (const { folioNumber, pan, holders, schemes } of folios) {
    folioNumbers.add([folioNumber]);
    numbers.add([folioNumber, pan]);
    addHolders(holders);
    for (const { nominees } of schemes) names.add(nominees);
  }
  for (const { lifeAssured, policyNumber } of policies) {
    names.add([lifeAssured]);
    numbers.add([policyNumber]);
  }
  for (const { pran, holders } of npsAccounts) {
    numbers.add([pran]);
    addHolders(holders);
  }
  const found = new Set<string>();
  const add = (words: readonly string[]) => {
    for (const word of words) if (word.length >= SHORTEST) found.add(word);
  };
  for (const name of names.all) add(waysToWriteName(name));
  for (const number of numbers.all) add(pieces(number));
  for (const number of folioNumbers.all) add(withoutCheckDigits(number));
  if (investor.mobile !== null) add(withoutCountry(investor.mobile));
  if (investor.pincode !== null) add(ifNumber(investor.pincode));
  if (investor.address !== null) add(linesOfAddress(investor.address));
  return found;
}

/** Texts, each once: a statement repeats its holders with every folio. */
class Texts {
  readonly all = new Set<string>();

  add(texts: readonly (string | null)[]): void {
    for (const text of texts) if (text !== null) this.all.add(text);
  }
}

/** A text as `compact` has it, in runs of whole words where it is longer than they may be. */
function pieces(text: string): string[] {
  const whole = compact(text);
  if (whole.length <= LONGEST_RUN) return [whole];
  const found: string[] = [];
  let run = '';
  for (const word of wordsOf(text)) {
    if (run !== '' && run.length + word.length > LONGEST_RUN) {
      found.push(run);
      run = '';
    }
    run += word;
  }
  found.push(run);
  return found;
}

/** A text by its letters and digits alone, whatever its case, its width and what stands between them. */
export function compact(text: string): string {
  if (/^[a-z\d]*$/.test(text)) return text;
  if (/^[\x20-\x7e]*$/.test(text)) return text.replace(/[^a-zA-Z\d]+/g, '').toLowerCase();
  return (text.normalize('NFKC').match(LETTERS_AND_DIGITS) ?? []).join('').toLowerCase();
}

/** A run of letters and digits; the marks of Indian scripts are part of their letters. */
export const LETTERS_AND_DIGITS = /[\p{L}\p{M}\p{N}]+/gu;

function waysToWriteName(name: string): string[] {
  const words = wordsOf(name).filter((word) => !TITLES.has(word));
  // Nobody writes the parts of such a name in another order.
  if (name.length > LONGEST_RUN) return pieces(name);
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
  return [address, ...lines, ...pins].flatMap(pieces);
}

function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(LETTERS_AND_DIGITS) ?? [];
}
