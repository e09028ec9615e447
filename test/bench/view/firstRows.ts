import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Frame, Page } from 'playwright-core';
import { seenFile } from './subjects.ts';

/**
 * Waits for one webview after the other to show the first row of a portfolio, or what stands for it, and tells the extension host of
 * each by a file. The page draws nothing before its first rows, so the browser's own first contentful paint is when they stood there.
 * @returns when that was, in milliseconds since 1970
 */
export async function firstRows(page: Page, home: string, count: number): Promise<number[]> {
  const known = new Set<Frame>();
  const times: number[] = [];
  while (times.length < count) {
    for (const frame of page.frames()) {
      const painted = known.has(frame) ? null : await paintedAt(frame);
      if (painted === null) continue;
      known.add(frame);
      await writeFile(join(home, seenFile(times.length)), '');
      times.push(painted);
    }
    await wait(100);
  }
  return times;
}

/** Null for a frame that shows something else, or nothing yet. */
async function paintedAt(frame: Frame): Promise<number | null> {
  const painted = frame.evaluate(() => {
    if (!document.querySelector('tr.holding, #bench-first')) return null;
    const [entry] = performance.getEntriesByName('first-contentful-paint');
    return entry ? performance.timeOrigin + entry.startTime : null;
  });
  // A frame may go away while it is asked.
  return painted.catch(() => null);
}
