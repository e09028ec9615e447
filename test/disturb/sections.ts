import type { Band } from '../fixtures/statementsGenerator/disturbances/disturbance.ts';
import { A4 } from '../fixtures/statementsGenerator/page/plan.ts';
import type { Plan } from '../fixtures/statementsGenerator/page/plan.ts';
import type { RowKind } from '../fixtures/statementsGenerator/page/rows.ts';

interface PlacedRow extends Band {
  readonly kind: RowKind;
}

/** Rows of a scheme of a registrar: from its opening to its closing balance. */
const OF_A_SCHEME: readonly RowKind[] = ['transaction', 'amountOnly', 'note', 'closingBalance'];

/**
 * The sections that bands lie in: the rows of one scheme, one table of an account, one list, with the headings above and the totals
 * below, over all their pages. What a check says of a row it says at the end of its section.
 */
export function sectionsAround(plan: Plan, bands: readonly Band[]): Band[] {
  const around = sectionsOf(plan)
    .filter((section) => section.some((one) => bands.some((other) => overlap(one, other))))
    .flat();
  return [...bands, ...around];
}

export function overlap(one: Band, other: Band): boolean {
  return one.page === other.page && one.top <= other.bottom && other.top <= one.bottom;
}

function sectionsOf(plan: Plan): Band[][] {
  const sections: PlacedRow[][] = [];
  let before: PlacedRow | undefined;
  for (const row of placedRows(plan)) {
    if (before && goesOn(before.kind, row.kind)) sections.at(-1)?.push(row);
    else sections.push([row]);
    before = row;
  }
  return sections.map((rows, index) => bandsOf(rows, sections[index - 1]?.at(-1)));
}

function goesOn(before: RowKind, kind: RowKind): boolean {
  if (kind === 'openingBalance') return false;
  if (OF_A_SCHEME.includes(kind)) return true;
  if (kind === 'total') return true;
  return kind === before;
}

/** From the end of the section before to the last row; whole pages in between. */
function bandsOf(rows: readonly PlacedRow[], before: PlacedRow | undefined): Band[] {
  const pages = [...new Set(rows.map(({ page }) => page))];
  return pages.map((page, index): Band => {
    const isLast = index === pages.length - 1;
    const top = index === 0 && before?.page === page ? before.bottom + 1 : 0;
    const last = Math.max(...rows.filter((row) => row.page === page).map(({ bottom }) => bottom));
    return { page, top, bottom: isLast ? last : A4.height };
  });
}

/** The rows that say something, from the first page to the last. */
function placedRows({ pages, rows }: Plan): PlacedRow[] {
  return pages.flatMap(({ runs }, index) =>
    [...Map.groupBy(runs, ({ row }) => row)]
      .flatMap(([id, own]): PlacedRow[] => {
        const kind = id === undefined ? undefined : rows.get(id)?.kind;
        if (!kind || kind === 'labels') return [];
        const ys = own.map(({ y }) => y);
        return [{ kind, page: index + 1, top: Math.min(...ys), bottom: Math.max(...ys) }];
      })
      .sort((a, b) => a.top - b.top),
  );
}
