import type { Line } from '../../layout/line.ts';
import { findAccountIds } from './accountIds.ts';
import { startsFolioHeading } from './folioHeading.ts';
import { rowDate } from './fundBlocks.ts';

/** Titles of a depository's statement: with the letter of a section, and those of its parts. */
export const SECTION = /^.{3,60}\((E|P|M|F|C|I|S|G|SGB|A|N|O|Z)\)$/;
/** A title like those, whose letters are not known: it is one where the labels of a table stand right below it. */
export const UNKNOWN_SECTION = /^.{3,60}\(([A-Z]{1,4})\)$/;
export const FUNDS =
  /^(?:Mutual\s+Fund\s+(?:Folios|Units)|Speciali[sz]ed\s+Investment\s+Funds?\s+(?:Folios|Units))\b/i;
export const DEMAT = /^(?:NSDL|CDSL)\s+Demat\s+Account/i;
export const HOLDINGS = /^HOLDING\s+STATEMENT\b/i;
export const MOVEMENTS = /STATEMENT\s+OF\s+TRANSACTIONS|^Summary\s+of\s+Transactions/i;
export const OTHER_DETAILS = /\(?Other\s+Details\)?$/i;
export const PENSION = /NPS-?\s*SP\s*:|\bPRAN\b|^National\s+Pension/i;
export const END = /\*{3}\s*End\s+of\s+Statement\s*\*{3}/i;

/** Whether a text begins another part of the statement, wherever it stands. */
export function startsAnother(text: string): boolean {
  const titles = [DEMAT, MOVEMENTS, HOLDINGS, FUNDS, PENSION];
  return titles.some((title) => title.test(text)) || findAccountIds(text) !== null;
}

/** What a title says, however it is printed again: `(Continued)`. */
export function titleOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/\b(?:continued|contd?)\b/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Whether a line stands right above what names a fund: a scheme can be called `Example Fund (G)`, which is no section. */
export function standsOverFund(line: Line, below: Line | undefined): boolean {
  if (below?.page !== line.page || rowDate(line) !== null) return false;
  if ([FUNDS, MOVEMENTS, HOLDINGS].some((title) => title.test(line.text))) return false;
  return startsFolioHeading(below) && !/\bIN[E0-9][A-Z0-9]{9}\b/.test(below.text);
}
