import type { Shortcomings } from './activity.ts';

/** A portfolio in the words of another program, and what these could not say. */
export interface ActivityFile {
  readonly text: string;
  readonly shortcomings: Shortcomings;
}
