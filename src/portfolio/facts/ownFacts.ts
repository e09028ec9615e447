import type { FactsFile } from './factsFile.ts';

/** What the owner of units said, as the page shows it. */
export interface OwnFacts {
  readonly file: FactsFile;
  /** Whether all of it is kept; otherwise it holds until the window is closed. */
  readonly kept: boolean;
}

export const NOTHING_SAID: OwnFacts = { file: { version: 1 }, kept: true };
