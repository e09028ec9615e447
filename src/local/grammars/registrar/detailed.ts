import type { Line } from '../../layout/line.ts';
import { linesOf } from '../../layout/lines.ts';
import type { Notes } from '../../notes.ts';
import type { Page } from '../../pdf/run.ts';
import type { PrintedFolio, Statement, StatementKind } from '../../statement.ts';
import { findRange } from '../../text/dates.ts';
import { isSamePerson } from '../../text/personName.ts';
import { startsClosing } from './closingLines.ts';
import { DetailedBody } from './detailedBody.ts';
import type { Margins } from './detailedBody.ts';
import { headerAt } from './detailedColumns.ts';
import { detailedLines } from './detailedLines.ts';
import { readFolioLine } from './folioLine.ts';
import { readInvestorBox } from './investorBox.ts';
import { readPortfolioSummary } from './portfolioSummary.ts';
import type { PortfolioSummary } from './portfolioSummary.ts';

/** A detailed statement with the totals it gives of itself. */
export interface DetailedStatement {
  readonly statement: Statement;
  readonly summary: PortfolioSummary | null;
}

/** Reads a detailed Consolidated Account Statement of CAMS or KFintech. */
export function readDetailed(
  pages: readonly Page[],
  kind: StatementKind,
  notes: Notes,
): DetailedStatement {
  const [first] = pages;
  const top = first ? linesOf(first) : [];
  const body = detailedLines(pages);
  const lines = body.map(({ line }) => line);
  const summaryAt = lines.findIndex(({ text }) => /^PORTFOLIO\s+SUMMARY/i.test(text));
  const summary = summaryAt === -1 ? null : readPortfolioSummary(lines.slice(summaryAt));
  const reader = new DetailedBody(
    summary?.houses.map(({ name }) => name) ?? [],
    usualSize(lines),
    marginsOf(lines),
    notes,
  );
  const start = summary ? summaryAt + summary.length : 0;
  for (const each of body.slice(start)) reader.read(each);
  const period = findRange(top.map(({ text }) => text).join('\n')) ?? null;
  if (!period)
    notes.warn('no-period', 'The period of the statement was not found.', { page: 1, row: 1 });
  const investor = readInvestorBox(aboveTable(top));
  const folios = reader.finish();
  // A family's statement can be addressed to someone who holds nothing, or not the first folio: only their own name tells their PAN.
  investor.pan = panOf(investor.name, folios);
  return {
    statement: { kind, period, investor, folios, accounts: [], pensions: [], policies: [] },
    summary,
  };
}

function panOf(name: string | null, folios: readonly PrintedFolio[]): string | null {
  const holders = folios.flatMap((folio) => folio.holders);
  return holders.find((each) => each.pan !== null && isSamePerson(each.name, name))?.pan ?? null;
}

function aboveTable(lines: readonly Line[]): readonly Line[] {
  const start = lines.findIndex((_, index) => headerAt(lines, index) !== null);
  return start === -1 ? lines : lines.slice(0, start);
}

/** Descriptions can quote such lines. But the first folio line comes before all rows, and most lines begin at its left. */
function marginsOf(lines: readonly Line[]): Margins {
  const leftOf = ({ runs }: Line): number => runs[0]?.left ?? 0;
  const folio = lines.find(({ text }) => readFolioLine(text) !== null);
  if (!folio) return { folioLeft: null, closingLeft: null };
  const folioLeft = leftOf(folio);
  const [closingLeft = null] = lines
    .filter(({ text }) => startsClosing(text))
    .map(leftOf)
    .sort((one, other) => Math.abs(one - folioLeft) - Math.abs(other - folioLeft));
  return { folioLeft, closingLeft };
}

/** The type size of most lines. */
function usualSize(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round((line.runs[0]?.size ?? 0) * 10) / 10;
    counts.set(size, (counts.get(size) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
