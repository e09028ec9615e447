import { hasDecimals } from '../../layout/columns.ts';
import { isNumberLike } from '../../layout/atoms.ts';
import type { Line } from '../../layout/line.ts';
import { textOf } from '../../layout/line.ts';
import { recordsOf } from '../../layout/records.ts';
import { gridOfWrapped } from '../../layout/segment.ts';
import type { Segment } from '../../layout/segment.ts';
import type { Notes } from '../../notes.ts';
import type { PrintedPensionFund } from '../../statement.ts';
import { withoutCaptions } from '../captions.ts';
import type { HoldingColumn } from './columnRules.ts';
import { figuresOf } from './figures.ts';
import { warnOfAstray, warnOfUnknownColumns } from '../unplaced.ts';
import { usualScales } from './usualScale.ts';

/** Twelve digits, of which some can be masked. */
const PRAN = /PRAN(?:\s*(?:ID|No\.?|Number))?\s*:?\s*([\dX*]{12})(?![\dX*])/i;
const PROVIDER = /NPS-?\s*SP\s*:\s*(.+?)(?=\s{2,}|\s*PRAN|$)/i;
const TIER = /TIER\s*-?\s*(II|I|2|1)\b/i;

export function findPran(text: string): string | null {
  return PRAN.exec(text)?.[1] ?? null;
}

export function findPensionProvider(text: string): string | null {
  return PROVIDER.exec(text)?.[1]?.trim() ?? null;
}

/** Reads the funds of a pension account: rows with units, NAV and value; names and managers wrap. What stands in no column is warned of. */
export function readPensionFunds(
  segments: readonly Segment<HoldingColumn>[],
  notes: Notes,
): PrintedPensionFund[] {
  return segments.flatMap(({ columns, lines, continues }) => {
    const grid = gridOfWrapped(columns, lines, isFund);
    warnOfUnknownColumns(grid, lines.filter(isFund), notes);
    const own = withoutCaptions(lines, grid, isFund, notes);
    const rows = recordsOf(own, isFund, continues).records.flatMap((record) => {
      const anchor = record.find(isFund);
      return anchor ? [{ anchor, cells: grid.cells(record) }] : [];
    });
    const scales = usualScales(rows.map(({ cells }) => cells));
    return rows.map(({ anchor, cells }) => {
      warnOfAstray(cells, notes);
      const { units, price, value, cost } = figuresOf(cells, anchor, scales, notes);
      const name = cells.text('name') ?? textOf(anchor.runs.slice(0, 1));
      const tier = TIER.exec(name)?.[1]?.toUpperCase();
      return {
        place: { page: anchor.page, row: anchor.row },
        name,
        tier: tier === undefined ? null : tier === 'II' || tier === '2' ? '2' : '1',
        manager: cells.text('adviser'),
        units,
        nav: price,
        value,
        cost,
      };
    });
  });
}

/** A row has units, NAV and value, of which one can go on in the next line. */
function isFund({ runs }: Line): boolean {
  const decimals = runs.filter(hasDecimals);
  return decimals.length >= 2 && runs.filter((run) => isNumberLike(run.text)).length >= 3;
}
