import { launchChromium } from '../../editor/chromium.ts';
import { PageStage } from '../../page/pageStage.ts';
import { parts, settled, showPart } from '../../page/parts.ts';
import { largePortfolio } from '../../unit/portfolio/largePortfolio.ts';
import { median } from '../median.ts';

const RUNS = 5;
const HUNDRED_THOUSAND = { schemes: 1_000, transactions: 100_000 };

/** The longest task while 100,000 transactions are shown and each part of the page is looked at, in the median run, in ms. */
export async function longestPageTask(): Promise<number> {
  const text = JSON.stringify(largePortfolio(HUNDRED_THOUSAND));
  const browser = await launchChromium();
  const longest: number[] = [];
  try {
    for (let run = 0; run < RUNS; run++) {
      const stage = await PageStage.open(browser);
      await stage.page.evaluate(() => {
        const tasks: number[] = [0];
        Object.assign(window, { tasks });
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) tasks.push(duration);
        }).observe({ type: 'longtask' });
      });
      await stage.show(text);
      await settled(stage.page);
      for (const part of parts) await showPart(stage.page, part);
      longest.push(
        await stage.page.evaluate(() =>
          Math.max(...(window as unknown as { tasks: number[] }).tasks),
        ),
      );
      await stage.close();
    }
  } finally {
    await browser.close();
  }
  return median(longest);
}
