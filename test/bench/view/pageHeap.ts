import { launchChromium } from '../../editor/chromium.ts';
import { PageStage } from '../../page/pageStage.ts';
import { parts, settled, showPart } from '../../page/parts.ts';
import { median } from '../median.ts';

const RUNS = 5;

/**
 * Bytes that the page alone has in use once every part of it was looked at, median: in VS Code it may share its heap with the
 * workbench.
 */
export async function pageHeap(text: string): Promise<number> {
  const browser = await launchChromium();
  const used: number[] = [];
  try {
    for (let run = 0; run < RUNS; run++) {
      const stage = await PageStage.open(browser);
      await stage.show(text);
      await settled(stage.page);
      for (const part of parts) await showPart(stage.page, part);
      const session = await stage.page.context().newCDPSession(stage.page);
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      used.push(usedSize);
      await stage.close();
    }
  } finally {
    await browser.close();
  }
  return median(used);
}
