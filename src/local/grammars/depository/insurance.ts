import { hasDecimals } from '../../layout/columns.ts';
import type { Line } from '../../layout/line.ts';
import { recordsOf } from '../../layout/records.ts';
import { TableGrid } from '../../layout/table.ts';
import type { ColumnRule } from '../../layout/table.ts';
import type { Segment } from '../../layout/segment.ts';
import type { Notes } from '../../notes.ts';
import type { PrintedPolicy } from '../../statement.ts';
import { warnOfAstray, warnOfUnknownColumns } from '../unplaced.ts';

export type PolicyColumn =
  | 'number'
  | 'provider'
  | 'name'
  | 'lifeAssured'
  | 'status'
  | 'sumAssured'
  | 'premium'
  | 'frequency'
  | 'otherText';

/** The labels of life insurance policies held with an insurance repository. */
export const POLICY_COLUMNS: readonly ColumnRule<PolicyColumn>[] = [
  { name: 'number', label: /policy\s*(?:no|number)/i, holds: 'text' },
  { name: 'sumAssured', label: /sum\s*assured/i, holds: 'number' },
  { name: 'frequency', label: /frequency|mode/i, holds: 'text' },
  { name: 'premium', label: /premium/i, holds: 'number' },
  { name: 'lifeAssured', label: /life\s*assured|insured\s*(?:name|person)/i, holds: 'text' },
  { name: 'provider', label: /insurer|company|provider/i, holds: 'text' },
  { name: 'status', label: /status/i, holds: 'text' },
  { name: 'name', label: /policy|plan|product/i, holds: 'text' },
  { name: 'otherText', label: /date|type/i, holds: 'text' },
];

const PROVIDER = /^(?:Insurer|Insurance\s+Company|Company)(?:\s+Name)?\s*:\s*(.+)$/i;

/** What a line above the table says the insurer is. */
export function findInsurer(text: string): string | null {
  return PROVIDER.exec(text)?.[1]?.trim() ?? null;
}

/** Reads the policies of a table; each stands on the line with its number and its sum assured. */
export function readPolicies(
  segments: readonly Segment<PolicyColumn>[],
  insurer: string | null,
  notes: Notes,
): PrintedPolicy[] {
  return segments.flatMap(({ columns, lines, continues }) => {
    const left = columns.find(({ name }) => name === 'number')?.left ?? 0;
    const isPolicy = (line: Line): boolean => startsPolicy(line, left);
    const grid = new TableGrid(columns, lines.filter(isPolicy));
    warnOfUnknownColumns(grid, lines.filter(isPolicy), notes);
    return recordsOf(lines, isPolicy, continues).records.map((record): PrintedPolicy => {
      const cells = grid.cells(record);
      warnOfAstray(cells, notes);
      return {
        number: cells.text('number'),
        provider: cells.text('provider') ?? insurer,
        name: cells.text('name'),
        lifeAssured: cells.text('lifeAssured'),
        status: cells.text('status'),
        sumAssured: cells.number('sumAssured'),
        premium: cells.number('premium'),
        frequency: cells.text('frequency'),
      };
    });
  });
}

function startsPolicy({ runs }: Line, left: number): boolean {
  const number = runs.find((run) => Math.abs(run.left - left) < 6 && /\d{3}/.test(run.text));
  return number !== undefined && runs.some(hasDecimals);
}
