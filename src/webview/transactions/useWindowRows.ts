import {
  Virtualizer,
  observeWindowOffset,
  observeWindowRect,
  windowScroll,
} from '@tanstack/virtual-core';
import type { VirtualItem } from '@tanstack/virtual-core';
import { useCallback, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

export interface WindowRows {
  /** The rows to render: those in sight and a few beside them. */
  readonly rows: readonly VirtualItem[];
  /** Pixels that the rows before and after them would take. */
  readonly before: number;
  readonly after: number;
  /** For the element that the rows stand in. */
  readonly box: (element: HTMLElement | null) => void;
  /** As many as there may be rows at once: rows whose indices differ by it share an element, of which only the text changes. */
  readonly slots: number;
}

/**
 * Renders only the rows in sight of a list as long as the statement, which scrolls with the page. Each row has its index as
 * `data-index`.
 */
export function useWindowRows(count: number, estimate: number): WindowRows {
  const [, render] = useReducer((turn: number) => turn + 1, 0);
  const margin = useRef(0);
  const measuring = useRef(false);
  const [virtualizer] = useState(
    () =>
      new Virtualizer<Window, HTMLElement>({
        count,
        getScrollElement: () => window,
        estimateSize: () => estimate,
        scrollToFn: windowScroll,
        observeElementRect: observeWindowRect,
        observeElementOffset: observeWindowOffset,
        overscan: 12,
      }),
  );
  virtualizer.setOptions({
    ...virtualizer.options,
    count,
    scrollMargin: margin.current,
    onChange: () => {
      if (!measuring.current) render(undefined);
    },
  });
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  const table = useRef<HTMLElement | null>(null);
  const box = useCallback((element: HTMLElement | null) => {
    table.current = element;
    if (!element) return;
    margin.current = element.getBoundingClientRect().top + window.scrollY;
  }, []);
  const rows = virtualizer.getVirtualItems();
  const slots = useRef(0);
  if (rows.length > slots.current) slots.current = Math.ceil(rows.length / 32) * 32;
  // An element that shows another row now is as high as that. All heights are read before any is told, so that the page is laid out
  // once; and what they change is drawn with the next turn of the wheel, since the rows themselves stand where they are.
  useLayoutEffect(() => {
    const elements = [...(table.current?.querySelectorAll<HTMLElement>('[data-index]') ?? [])];
    const heights = elements.map((element) => element.getBoundingClientRect().height);
    measuring.current = true;
    for (const [place, element] of elements.entries())
      virtualizer.resizeItem(Number(element.dataset.index), heights[place] ?? estimate);
    measuring.current = false;
  }, [rows[0]?.index, rows.length, count, window.innerWidth]);
  return {
    rows,
    before: Math.max(0, (rows[0]?.start ?? 0) - margin.current),
    after: Math.max(0, virtualizer.getTotalSize() - ((rows.at(-1)?.end ?? 0) - margin.current)),
    box,
    slots: slots.current,
  };
}
