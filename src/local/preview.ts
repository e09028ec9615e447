import { readDepository } from './grammars/depository/depository.ts';
import { readDetailed } from './grammars/registrar/detailed.ts';
import { readSummary } from './grammars/registrar/summary.ts';
import { identify } from './identify.ts';
import { Notes } from './notes.ts';
import type { PdfText } from './pdf/run.ts';
import type { Printed, Statement, StatementKind } from './statement.ts';
import type { Period } from './text/dates.ts';

/** What a statement says of itself on its first pages, while the rest is still being read. */
export interface LocalPreview {
  readonly kind: StatementKind;
  readonly period: Period | null;
  readonly investor: string | null;
  /** The statement's own list of accounts, or of fund houses; empty where it prints none in front of everything else. */
  readonly accounts: readonly PreviewAccount[];
}

export interface PreviewAccount {
  readonly name: string | null;
  /** INR, with the decimals that were printed. */
  readonly value: string | null;
}

/** A list of accounts that has not ended after so many pages is taken as far as it goes. */
const PAGES_OF_A_LIST = 4;

/** Reads the first pages by the same grammar as the whole; null as long as their list of accounts has not come to its end. */
export function previewOf(first: PdfText): LocalPreview | null {
  try {
    const kind = identify(first);
    const read = readFront(kind, first, first.pages.length >= PAGES_OF_A_LIST);
    if (!read) return null;
    const { period, investor } = read.statement;
    return { kind, period, investor: investor.name, accounts: read.accounts };
  } catch {
    // What cannot be told by the first pages may be told by all.
    return null;
  }
}

interface Front {
  readonly statement: Statement;
  readonly accounts: readonly PreviewAccount[];
}

function readFront(kind: StatementKind, { pages }: PdfText, isLong: boolean): Front | null {
  const notes = new Notes();
  switch (kind) {
    case 'nsdl':
    case 'cdsl': {
      const { statement, roster } = readDepository(pages, kind, notes);
      if (!isLong && !roster?.grandTotal) return null;
      const rows = roster?.rows ?? [];
      return { statement, accounts: rows.map(({ dpName, value }) => account(dpName, value)) };
    }
    case 'cams-detailed':
    case 'kfintech-detailed': {
      const { statement, summary } = readDetailed(pages, kind, notes);
      if (!isLong && !summary?.total && statement.folios.length === 0) return null;
      const houses = summary?.houses ?? [];
      return { statement, accounts: houses.map(({ name, value }) => account(name, value)) };
    }
    case 'cams-summary':
    case 'kfintech-summary': {
      const { statement } = readSummary(pages, kind, notes);
      return statement.folios.length > 0 || isLong ? { statement, accounts: [] } : null;
    }
  }
}

function account(name: string | null, value: Printed | null): PreviewAccount {
  return { name, value: value?.value.toString() ?? null };
}
