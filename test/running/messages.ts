import type { Counts } from './counts.ts';

/** What a process of the pool is told: the file to run, from its start. */
export interface FileToRun {
  readonly file: string;
  /** How often a test that fails is tried again. */
  readonly retries: number;
}

/** What it says: what is under way, whenever that changes, and at last how the file fared. */
export type Said = UnderWay | FileEnded;

export interface UnderWay {
  readonly what: 'under way';
  readonly title: string;
  /** A test and not a hook: what the file starts has been started. */
  readonly isTest: boolean;
}

export interface FileEnded {
  readonly what: 'ended';
  readonly counts: Counts;
  /** Of the reporter and of the tests, without the failures. */
  readonly output: string;
  /** The failures with their stacks, as the reporter lists them. */
  readonly failures: string;
}
