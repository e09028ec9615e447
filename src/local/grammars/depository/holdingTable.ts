import type { Line } from '../../layout/line.ts';
import { recordsOf } from '../../layout/records.ts';
import { TableGrid } from '../../layout/table.ts';
import type { Cells, TableColumn } from '../../layout/table.ts';
import type { Notes } from '../../notes.ts';
import { readNumber } from '../../text/numbers.ts';
import type { HoldingColumn } from './columnRules.ts';
import { isinAnchors } from './isinAnchors.ts';

/** The lines of a table under one header on one page. */
export interface Segment<Name extends string> {
  readonly columns: readonly TableColumn<Name>[];
  readonly lines: readonly Line[];
  /** Whether the table began on the page before. */
  readonly continues: boolean;
}

export interface HoldingRecord {
  readonly isin: string;
  readonly anchor: Line;
  readonly cells: Cells<HoldingColumn>;
}

/** Reads the holdings of a table that can go over several pages. What is no holding is warned of. */
export function holdingRecords(
  segments: readonly Segment<HoldingColumn>[],
  notes: Notes,
): HoldingRecord[] {
  const found: { isin: string; anchor: Line; lines: Line[]; grid: TableGrid<HoldingColumn> }[] = [];
  for (const { columns, lines, continues } of segments) {
    const left = columns.find(({ name }) => name === 'isin')?.left ?? 0;
    const anchors = isinAnchors(lines, left);
    const grid = new TableGrid(columns, [...anchors.keys()]);
    const { records, before } = recordsOf(lines, (line) => anchors.has(line), continues);
    const last = found.at(-1);
    if (last) last.lines.push(...before);
    else warnOfNumbers(before, notes);
    for (const record of records) {
      const anchor = record.find((line) => anchors.has(line));
      const isin = anchor && anchors.get(anchor);
      if (anchor && isin !== undefined) found.push({ isin, anchor, lines: record, grid });
    }
  }
  return found.map(({ isin, anchor, lines, grid }) => {
    const cells = grid.cells(lines);
    if (cells.astray.some(({ run }) => (readNumber(run.text)?.scale ?? 0) >= 2)) {
      notes.warn(
        'number-outside-columns',
        'A number of this holding stands under no column.',
        anchor,
      );
    }
    return { isin, anchor, cells };
  });
}

function warnOfNumbers(lines: readonly Line[], notes: Notes): void {
  for (const line of lines) {
    if (!line.runs.some((run) => (readNumber(run.text)?.scale ?? 0) >= 2)) continue;
    notes.warn('line-not-understood', 'A line of this table has numbers but no ISIN.', line);
  }
}
