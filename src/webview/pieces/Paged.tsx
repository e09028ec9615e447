import { useState } from 'preact/hooks';
import { counted } from '../words.ts';

const ROWS = 200;

interface Page<Item> {
  readonly shown: readonly Item[];
  /** How many more there are. */
  readonly left: number;
  readonly showMore: () => void;
}

/** A long list, 200 rows at a time: a large statement must not freeze the page. */
export function usePage<Item>(items: readonly Item[]): Page<Item> {
  const [end, setEnd] = useState(ROWS);
  return {
    shown: items.slice(0, end),
    left: Math.max(0, items.length - end),
    showMore: () => setEnd(end + ROWS),
  };
}

export function ShowMore<Item>({ page }: { readonly page: Page<Item> }) {
  if (page.left === 0) return null;
  return (
    <button type="button" class="link" onClick={page.showMore}>
      {counted(page.left, 'Show more (1 left)', 'Show more ({0} left)')}
    </button>
  );
}

/** `ShowMore` as the last row of a table. */
export function ShowMoreRow<Item>({
  page,
  columns,
}: {
  readonly page: Page<Item>;
  readonly columns: number;
}) {
  if (page.left === 0) return null;
  return (
    <tr class="more">
      <td colSpan={columns}>
        <ShowMore page={page} />
      </td>
    </tr>
  );
}
