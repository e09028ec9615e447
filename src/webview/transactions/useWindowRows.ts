import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { RowHeights } from './rowHeights.ts';

export interface WindowRows {
  /** Indices of the rows to render: those in sight and a few beside them. */
  readonly rows: readonly number[];
  /** Pixels that the rows before and after them would take. */
  readonly before: number;
  readonly after: number;
  /** For the element that the rows stand in. */
  readonly box: RefObject<HTMLTableSectionElement | null>;
  /** As many as there may be rows at once: rows whose indices differ by it share an element, of which only the text changes. */
  readonly slots: number;
}

/** Rows beside those in sight, on each side. */
const BESIDE = 8;

/**
 * Renders only the rows in sight of a list as long as the statement, which scrolls with the page. Each row has its index as
 * `data-index`.
 * @param estimate the height of a row that was never in sight, in pixels
 */
export function useWindowRows(count: number, estimate: number): WindowRows {
  const heights = useMemo(() => new RowHeights(count, estimate), [count, estimate]);
  const box = useRef<HTMLTableSectionElement>(null);
  const [{ first, end }, setRange] = useState({ first: 0, end: 2 * BESIDE });
  const look = useCallback(() => {
    if (!box.current) return;
    const above = -box.current.getBoundingClientRect().top;
    const from = Math.max(0, heights.rowAt(above) - BESIDE);
    const to = Math.min(heights.count, heights.rowAt(above + window.innerHeight) + 1 + BESIDE);
    setRange((range) =>
      range.first === from && range.end === to ? range : { first: from, end: to },
    );
  }, [heights]);
  useLayoutEffect(() => {
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [look]);
  // An element that shows another row now is as high as that. All heights are read before any is written, so that the page is laid
  // out once; and nothing is drawn for them before the next turn of the wheel, since the rows themselves stand where they are.
  useLayoutEffect(() => {
    const elements = [...(box.current?.querySelectorAll<HTMLElement>('[data-index]') ?? [])];
    const measured = elements.map((element) => element.getBoundingClientRect().height);
    for (const [place, { dataset }] of elements.entries())
      heights.set(Number(dataset.index), measured[place] ?? estimate);
  }, [heights, first, end, window.innerWidth]);
  // The range may be that of a longer list, until it is looked at again.
  const last = Math.min(end, count);
  const start = Math.min(first, last);
  const slots = useRef(0);
  if (last - start > slots.current) slots.current = Math.ceil((last - start) / 32) * 32;
  return {
    rows: Array.from({ length: last - start }, (_, place) => start + place),
    before: heights.top(start),
    after: heights.top(count) - heights.top(last),
    box,
    slots: slots.current,
  };
}
