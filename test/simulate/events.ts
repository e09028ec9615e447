import type { Fate, FreeFate } from './fates.ts';

/** How it is from the begin to the end of a run. */
export interface Setting {
  /** PDFs on this computer. */
  readonly statements: readonly ('plain' | 'locked')[];
  /** Seconds. */
  readonly parseTimeout: number;
  /** The name of the part in which the service looks for the PDF. */
  readonly part: 'pdf_file' | 'file';
  /** The service gives ids of its own, whatever ids come. */
  readonly replacesIds: boolean;
  readonly keepStatements: boolean;
  /** What the account has; `null` for no limit. */
  readonly credits: number | null;
  /** The system tells when a process was started (Linux), or not. */
  readonly tellsProcesses: boolean;
  readonly account: 'key' | 'sandbox';
}

/** Of the two windows. */
export type WindowName = 'A' | 'B';

export type Happening =
  | { readonly do: 'parse'; readonly in: WindowName; readonly file: number }
  | { readonly do: 'batch'; readonly in: WindowName; readonly files: readonly number[] }
  /** Chooses a button of the last message that has it. */
  | { readonly do: 'click'; readonly in: WindowName; readonly button: string }
  | { readonly do: 'cancel'; readonly in: WindowName }
  /** The process of the window dies; the window is opened anew. */
  | { readonly do: 'kill'; readonly in: WindowName }
  | { readonly do: 'setClock'; readonly by: number }
  | { readonly do: 'disk'; readonly is: 'full' | 'slow' | 'busy'; readonly for: number }
  | { readonly do: 'secrets'; readonly are: 'locked' | 'readOnly'; readonly for: number }
  | { readonly do: 'offline'; readonly for: number }
  /** Meets the next upload. */
  | { readonly do: 'upload'; readonly fate: Fate }
  | { readonly do: 'free'; readonly fate: FreeFate }
  | { readonly do: 'logLate'; readonly by: number }
  | { readonly do: 'logSilent'; readonly for: number }
  | { readonly do: 'replaceIds' }
  | { readonly do: 'replaceKey'; readonly in: WindowName; readonly by: 'other' | 'same' }
  /** Signs in, and approves so many milliseconds later, or never. */
  | { readonly do: 'signIn'; readonly in: WindowName; readonly approve?: number }
  | { readonly do: 'password'; readonly in: WindowName; readonly is: 'wrong' | 'none' };

/** One thing that happens, so many milliseconds after the begin. */
export type SimEvent = Happening & { readonly at: number };

/** All that decides what a run is. */
export interface Plan {
  /** Of the chance in it: how long the disk takes, and such. */
  readonly seed: number;
  readonly setting: Setting;
  readonly events: readonly SimEvent[];
}

/** A run in a line, to be read. */
export function eventText({ at, do: what, ...more }: SimEvent): string {
  return `${(at / 1000).toFixed(3)} s ${what} ${JSON.stringify(more)}`;
}
