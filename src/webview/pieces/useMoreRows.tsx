import type { ComponentChild } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { counted } from '../words.ts';

interface MoreRows<Item> {
  readonly shown: readonly Item[];
  /** Stands below the last row: makes more of them when it comes near, or by a click. */
  readonly more: ComponentChild;
}

/**
 * The first rows of a long list, and more as the person comes down to them.
 * @param first how many to begin with: what fills a screen is there sooner without the rest
 */
export function useMoreRows<Item>(
  items: readonly Item[],
  step: number,
  first = step,
): MoreRows<Item> {
  const [end, setEnd] = useState(first);
  const left = items.length - end;
  const addMore = useCallback(() => setEnd((before) => before + step), [step]);
  const watch = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return;
      const observer = new IntersectionObserver(
        ([entry]) => {
          if (entry?.isIntersecting) addMore();
        },
        { rootMargin: '600px' },
      );
      observer.observe(element);
      return () => observer.disconnect();
    },
    [addMore],
  );
  return {
    shown: left > 0 ? items.slice(0, end) : items,
    more:
      left > 0 ? (
        // A new one each time: it tells again when it is in sight at once.
        <p class="more" key={end} ref={watch}>
          <button type="button" class="link" onClick={addMore}>
            {counted(left, 'Show more (1 left)', 'Show more ({0} left)')}
          </button>
        </p>
      ) : null,
  };
}
