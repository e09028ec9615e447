import type { Line } from '../../layout/line.ts';
import type { TableGrid } from '../../layout/table.ts';
import { DATE } from '../../text/dates.ts';
import type { FundMovementColumn } from './columnRules.ts';
import { startsFolioHeading } from './folioHeading.ts';
import { isBalanceLine } from './fundBalances.ts';

/** Lines of one table on one page. */
export interface FundLines {
  readonly lines: readonly Line[];
  readonly grid: TableGrid<FundMovementColumn>;
}

/** Lines that belong together: what they are of, their rows with what wraps, and their balances. */
export interface FundBlock {
  readonly head: Line[];
  readonly parts: { readonly lines: Line[]; readonly grid: TableGrid<FundMovementColumn> }[];
  /** Balances, each with the line that its number goes on in, if it is too wide for its cell. */
  readonly balances: { readonly lines: Line[]; readonly grid: TableGrid<FundMovementColumn> }[];
  /** What follows the closing balance and is no heading. */
  readonly rest: Line[];
}

const STARTS_WITH_DATE = new RegExp(`^${DATE}(?=\\s|$)`);
/** Wrapped words stand at most so many font sizes below the line before. */
const WRAPPED = 1.35;

/** The date that a row begins with; null where a line is no row. */
export function rowDate({ runs, text }: Line): string | null {
  const [first] = runs;
  return first && STARTS_WITH_DATE.test(first.text)
    ? (STARTS_WITH_DATE.exec(text)?.[0] ?? null)
    : null;
}

/**
 * Parts the lines of a table where the fund changes: at headings, which stand above the labels of columns or below them, and behind
 * a closing balance. Rows behind one that have no heading of their own are in a block without one.
 * @param columnsName whether the rows themselves name the fund, so that balances part nothing
 */
export function fundBlocks(segments: readonly FundLines[], columnsName: boolean): FundBlock[] {
  const blocks: FundBlock[] = [emptyBlock([])];
  let before: Line | null = null;
  let state: 'heading' | 'rows' | 'closed' = 'heading';
  for (const { lines, grid } of segments) {
    for (const line of lines) {
      const block = blocks.at(-1);
      if (!block) continue;
      const last = before;
      before = line;
      const isOpening = isBalanceLine(line) && /^\W*(?:\S+\s+)?Op/i.test(line.text);
      if (startsFolioHeading(line) && !(state === 'rows' && isWrapped(line, block))) {
        if (state === 'heading') block.head.push(line);
        else {
          const names = state === 'closed' ? block.rest.splice(0) : nameAbove(line, block);
          blocks.push(emptyBlock([...names, line]));
        }
        state = 'heading';
      } else if (rowDate(line) !== null || isBalanceLine(line)) {
        const isNew = state === 'closed' || (isOpening && hasRows(block));
        if (isNew && !columnsName) blocks.push(emptyBlock(block.rest.splice(0)));
        const home = blocks.at(-1) ?? block;
        if (isBalanceLine(line)) home.balances.push({ lines: [line], grid });
        else addTo(home, line, grid);
        state = isBalanceLine(line) && !isOpening ? 'closed' : 'rows';
      } else if (state === 'heading') block.head.push(line);
      else if (endsNumber(line, last)) block.balances.at(-1)?.lines.push(line);
      else if (state === 'closed') block.rest.push(line);
      else addTo(block, line, grid);
    }
  }
  return blocks;
}

/** Whether a line holds nothing but the end of the balance right above it. */
function endsNumber(line: Line, before: Line | null): boolean {
  const [first] = line.runs;
  if (!first || before?.page !== line.page || !isBalanceLine(before)) return false;
  const isBelow = line.y - before.y <= first.size * WRAPPED;
  return isBelow && line.runs.length === 1 && /^\.?\d{1,3}$/.test(first.text);
}

function emptyBlock(head: Line[]): FundBlock {
  return { head, parts: [], balances: [], rest: [] };
}

function hasRows({ parts, balances }: FundBlock): boolean {
  return parts.length > 0 || balances.length > 0;
}

function addTo(block: FundBlock, line: Line, grid: TableGrid<FundMovementColumn>): void {
  const part = block.parts.at(-1);
  const isSame = part?.grid === grid && part.lines.at(-1)?.page === line.page;
  if (isSame) part.lines.push(line);
  else block.parts.push({ lines: [line], grid });
}

/** A description can name another folio: `Switch In - From` above `Folio No : 1`. Such words stand close below, right of the date. */
function isWrapped(line: Line, { parts }: FundBlock): boolean {
  const lines = parts.at(-1)?.lines ?? [];
  const before = lines.at(-1);
  const date = lines.findLast((each) => rowDate(each) !== null)?.runs[0];
  const [first] = line.runs;
  if (!before || !date || !first || before.page !== line.page) return false;
  return first.left >= date.right && line.y - before.y <= first.size * WRAPPED && !first.bold;
}

/** The line above an ISIN can be its scheme's name: it is nearer to the ISIN than to the row above. */
function nameAbove(heading: Line, { parts }: FundBlock): Line[] {
  const lines = parts.at(-1)?.lines ?? [];
  const [before, name] = lines.slice(-2);
  if (!before || !name || rowDate(name) !== null || name.page !== heading.page) return [];
  const isApart = before.page !== name.page || name.y - before.y > heading.y - name.y + 0.6;
  return isApart ? lines.splice(-1) : [];
}
