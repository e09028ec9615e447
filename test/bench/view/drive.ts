import type { Frame } from 'playwright-core';
import { median } from '../median.ts';

/** What the page of the large portfolio did while it was scrolled and typed into. Times in ms. */
export interface Driven {
  /** Median time between frames while nothing happens. */
  readonly idleFrame: number;
  /** The same while 50,000 rows are scrolled from end to end. */
  readonly scrollFrame: number;
  /** The longest of a run, in the median run. */
  readonly longestFrame: number;
  /** The same while nothing happens: what the browser and the machine leave out by themselves. */
  readonly longestIdleFrame: number;
  /** From a keystroke in the filter of the transactions until the new rows are painted, median. */
  readonly transactionKey: number;
  /** The same for the holdings. */
  readonly holdingKey: number;
}

const RUNS = 5;
const FRAMES_OF_A_RUN = 300;

export async function driveLarge(frame: Frame): Promise<Driven> {
  await frame.locator('.seal:not(:has-text("…"))').waitFor();
  const holdingKey = await keystrokes(frame, 'Filter holdings', 'example');
  await frame.getByRole('tab', { name: 'Transactions' }).click();
  await frame.locator('.transactions.all tbody tr').first().waitFor();
  const transactionKey = await keystrokes(frame, 'Filter transactions', 'purchase');
  const idle: number[][] = [];
  const runs: number[][] = [];
  for (let run = 0; run < RUNS; run++) {
    idle.push(await frameTimes(frame, FRAMES_OF_A_RUN, 0));
    runs.push(await frameTimes(frame, FRAMES_OF_A_RUN, 1));
  }
  return {
    idleFrame: median(idle.flat()),
    longestIdleFrame: median(idle.map((times) => Math.max(...times))),
    scrollFrame: median(runs.flat()),
    longestFrame: median(runs.map((times) => Math.max(...times))),
    transactionKey,
    holdingKey,
  };
}

/** Types a word and deletes it, letter by letter. @returns the median time until the new rows were painted */
async function keystrokes(frame: Frame, label: string, word: string): Promise<number> {
  await frame.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    let pressed = 0;
    document.addEventListener('input', () => (pressed = performance.now()), true);
    new MutationObserver(() => {
      if (pressed === 0) return;
      const from = pressed;
      pressed = 0;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - from);
        port2.postMessage(null);
      });
    }).observe(document.querySelector('main') ?? document, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  const field = frame.getByLabel(label);
  await field.pressSequentially(word, { delay: 150 });
  for (let left = word.length; left > 0; left--) await field.press('Backspace', { delay: 150 });
  const times = await frame.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
  return median(times);
}

/** @param whole how much of the page to scroll: 0 for none of it, 1 for all */
async function frameTimes(frame: Frame, frames: number, whole: number): Promise<number[]> {
  return frame.evaluate(
    async ([count, part]) => {
      const height = (document.documentElement.scrollHeight - innerHeight) * part;
      const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      window.scrollTo(0, 0);
      await nextFrame();
      const times: number[] = [];
      let last = await nextFrame();
      for (let index = 1; index <= count; index++) {
        if (part > 0) window.scrollTo(0, (height * index) / count);
        const now = await nextFrame();
        times.push(now - last);
        last = now;
      }
      return times;
    },
    [frames, whole] as const,
  );
}
