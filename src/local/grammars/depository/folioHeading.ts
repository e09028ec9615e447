import type { Line } from '../../layout/line.ts';
import { DATE } from '../../text/dates.ts';
import { isinIsValid } from '../../../portfolio/isin.ts';
import { ISIN } from '../../text/isin.ts';

/** What the lines above the transactions of a scheme say of it. */
export interface FolioHeading {
  readonly isin: string | null;
  /** Whether it names an ISIN, or says that there is none. */
  readonly saysIsin: boolean;
  readonly folio: string | null;
  readonly saysFolio: boolean;
  /** All of it. */
  readonly said: string;
  readonly scheme: string | null;
  readonly amc: string | null;
}

const ISIN_LABEL = /\bISIN\b(?:\s*(?:No\.?|Code))?\s*[:\u2013-]/i;
const SHAPE = new RegExp(`(?<![A-Z0-9])${ISIN}(?![A-Z0-9])`);
const LEADING_ISIN = new RegExp(`^(?:ISIN\\s+)?(${ISIN})(?![A-Z0-9])`);
/** A dash with spaces around it parts a folio from what follows. */
const NUMBER = String.raw`[A-Z]{0,4}\d[\dA-Z]*(?:\s?/\s?[\dA-Z]+|-[A-Z]*\d[\dA-Z]*)*`;
const FOLIO_LABEL = String.raw`\bFolio\b\s*(?:(?:No|Number|Num)\b\.?|#)?`;
const FOLIO = new RegExp(String.raw`${FOLIO_LABEL}\s*[:\u2013-]?\s*(${NUMBER})`, 'i');
const SAYS_FOLIO = new RegExp(String.raw`${FOLIO_LABEL}\s*(?:[:\u2013-]|(?=\s${NUMBER}))`, 'i');
const HOUSE = /^(?:AMC|Fund\s+House|Scheme)(?:\s+(?:Name|Code))?\s*[:\u2013-]/i;
const STARTS_WITH_DATE = new RegExp(`^${DATE}(?=\\s|$)`);

/** Whether a line says of which fund the transactions below it are: it has an ISIN, or is labelled as a folio, house or scheme. */
export function startsFolioHeading({ text }: Line): boolean {
  if (STARTS_WITH_DATE.test(text)) return false;
  const leading = LEADING_ISIN.exec(text)?.[1];
  return (
    ISIN_LABEL.test(text) ||
    SAYS_FOLIO.test(text) ||
    HOUSE.test(text) ||
    (leading !== undefined && isinIsValid(leading))
  );
}

/** Reads a heading; its lines can wrap anywhere, and what it says stands in any order. */
export function readFolioHeading(lines: readonly Line[]): FolioHeading {
  const text = lines.map((line) => line.text.replace(/ {3,}/g, ' ')).join(' ');
  const isins = [...text.matchAll(new RegExp(SHAPE, 'g'))].map(([isin]) => isin);
  const cells = lines.flatMap((line) => line.text.split(/ {3,}/));
  return {
    // Of several, none is surely the one that is meant.
    isin: new Set(isins).size === 1 ? (isins[0] ?? null) : null,
    saysIsin: isins.length > 0 || ISIN_LABEL.test(text),
    folio: FOLIO.exec(text)?.[1]?.replace(/\s/g, '') ?? null,
    saysFolio: SAYS_FOLIO.test(text),
    said: text,
    scheme: labelled(text, cells, 'Scheme(?:\\s+Name)?'),
    amc:
      labelled(text, cells, '(?:AMC(?:\\s+Name)?|Fund\\s+House)') ??
      new RegExp(String.raw`${ISIN}\s+-\s+(.+?)\s+-\s+Scheme\s+Name\s*:`).exec(text)?.[1] ??
      null,
  };
}

/** What follows a label in its cell, or in a line of labelled texts. */
function labelled(text: string, cells: readonly string[], label: string): string | null {
  const value = String.raw`\s*:\s*(.+?)(?=\s*-?\s*(?:\bFolio\b|\bISIN\s*:|\bUCC\s*:|\bRTA\s*:|\bAMC\b|\bScheme\s+(?:Name|Code)\s*:)|$)`;
  const pattern = new RegExp(`(?:^|\\s)${label}${value}`, 'i');
  const cell = cells.find((each) => new RegExp(`^${label}\\s*:`, 'i').test(each));
  return pattern.exec(cell ?? text)?.[1]?.trim() ?? null;
}
