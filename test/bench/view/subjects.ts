/** What is opened, each in turn: a panel with nothing in it stands for what VS Code itself takes. */
export const subjects = ['empty', 'typical', 'large'] as const;
export type Subject = (typeof subjects)[number];

/** A line that the program in the extension host writes when it opens something. */
export interface Opening {
  readonly subject: Subject;
  /** Milliseconds since 1970, with fractions. */
  readonly start: number;
}

/** What no page could show, and must not stall the host. */
export const badFiles = ['long.cas.json', 'huge.cas.json'] as const;
/** The longest time that the extension host answered to nothing while each was opened, in ms: a file with one number a line. */
export const STALLS = 'stalls.txt';

/** The file of openings, one a line. */
export const OPENINGS = 'openings.jsonl';
/** A file that appears for each opening whose first row was seen: `seen-0`, `seen-1` ... */
export const seenFile = (opening: number) => `seen-${opening}`;
/** A file that appears once the large portfolio, opened last of all, is not needed any more. */
export const DRIVEN = 'driven';
export const ROUNDS = 7;
