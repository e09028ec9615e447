import { LocalParseError } from '../localParseError.ts';
import type { Page } from './run.ts';

const MOST_RUNS = 3_000_000;

/** Gathers the pages of a PDF in their order, whoever read them and when. */
export class PageGathering {
  private readonly pages: Page[] = [];
  private readonly whole = Promise.withResolvers<readonly Page[]>();
  private count = Infinity;
  private read = 0;
  private runs = 0;

  /** The first pages, up to one that is not here yet. */
  get first(): readonly Page[] {
    const gap = this.pages.findIndex((page: Page | undefined) => page === undefined);
    return gap === -1 ? this.pages : this.pages.slice(0, gap);
  }

  /** @throws LocalParseError `too-complex` for more text than any statement has */
  add(page: Page): void {
    this.pages[page.number - 1] = page;
    this.read += 1;
    this.runs += page.runs.length;
    if (this.runs > MOST_RUNS) throw new LocalParseError('too-complex');
    this.settle();
  }

  /** Resolves when this many pages are here, which may be later. */
  all(count: number): Promise<readonly Page[]> {
    this.count = count;
    this.settle();
    return this.whole.promise;
  }

  private settle(): void {
    if (this.read >= this.count) this.whole.resolve(this.pages);
  }
}
