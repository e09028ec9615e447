import type { Holder, Portfolio } from './model.ts';
import { HIDDEN } from './shown.ts';

/** Shorter texts are words of any sentence, and to take them out would spoil it. */
const SHORTEST = 4;

/**
 * What looks personal wherever it stands: a PAN, an e-mail address, a demat account of CDSL (16 digits) or NSDL (IN and 14
 * digits), an Indian mobile number.
 */
const PATTERNS: readonly RegExp[] = [
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu,
  /\b[A-Z]{5}\d{4}[A-Z]\b/giu,
  /\bIN\d{14}\b/giu,
  /\b\d{16}\b/gu,
  /(?<![\d,.])(?:\+?91[ -]?)?[6-9]\d{9}\b/gu,
];

/** Names, PANs, numbers of folios and accounts, addresses: all by which a statement says whose it is, the longest first. */
function personalTexts(portfolio: Portfolio): string[] {
  const { investor, dematAccounts, folios, policies, npsAccounts } = portfolio;
  const texts = [
    investor.name,
    investor.pan,
    investor.email,
    investor.address,
    investor.mobile,
    investor.casId,
    ...dematAccounts.flatMap((account) => [
      account.clientId,
      account.boId,
      account.email,
      account.nominee,
      ...account.linkedPans,
      ...holderTexts(account.holders),
    ]),
    ...folios.flatMap((folio) => [
      folio.folioNumber,
      folio.pan,
      ...holderTexts(folio.holders),
      ...folio.schemes.flatMap(({ nominees }) => nominees),
    ]),
    ...policies.flatMap(({ policyNumber, lifeAssured }) => [policyNumber, lifeAssured]),
    ...npsAccounts.flatMap(({ pran, holders }) => [pran, ...holderTexts(holders)]),
  ];
  const found = texts.flatMap((text) => text?.trim() ?? []).filter(isTelling);
  return [...new Set(found)].sort((one, other) => other.length - one.length);
}

/**
 * Takes everything personal of these portfolios out of a text, whatever its case and spaces, and what looks personal besides. For
 * whatever is read by a program of somebody else; pages and exports have `Shown`.
 */
export function personalSweeper(portfolios: readonly Portfolio[]): (text: string) => string {
  const known = portfolios.flatMap(personalTexts);
  // Whole words only: `1234` is not to be cut out of `12345`.
  const names = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${known.map(asWritten).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  const patterns = known.length > 0 ? [names, ...PATTERNS] : PATTERNS;
  return (text) => patterns.reduce((left, pattern) => left.replace(pattern, HIDDEN), text);
}

function holderTexts(holders: readonly Holder[]): (string | null)[] {
  return holders.flatMap(({ name, pan }) => [name, pan]);
}

function isTelling(text: string): boolean {
  return text.length >= SHORTEST;
}

function asWritten(name: string): string {
  const words = name.split(/\s+/u).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'));
  return words.join('\\s+');
}
