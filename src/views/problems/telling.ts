import type { AppErrorDetails, AppErrorKind } from '../../service/appError.ts';

/** What a problem's button does; `commands/reportProblem.ts` carries it out. */
export type Remedy =
  | 'tryAgain'
  | 'choosePdf'
  | 'signIn'
  | 'enterApiKey'
  | 'signInAgain'
  | 'signInWider'
  | 'switchAccount'
  | 'openApiKeys'
  | 'parsePdf'
  | 'replaceKey'
  | 'openBilling'
  | 'openDashboard'
  | 'openAddressSettings'
  | 'openAskSettings'
  | 'openProxySettings'
  | 'refreshCredits'
  | 'payAgain'
  /** Reads the statements in hand on this computer, at no cost. */
  | 'parseHere'
  | 'showUsage'
  | 'showAnswer'
  | 'showLog';

export interface ProblemMessage {
  readonly text: string;
  readonly remedies: readonly Remedy[];
}

/** What a sentence may speak of. */
export interface Telling {
  readonly facts: AppErrorDetails;
  /** The PDF's name as plain text; empty where none was being parsed. */
  readonly file: string;
  /** Whether a PDF was being parsed: the only thing that costs a credit. */
  readonly parsing: boolean;
  /** Host of the service. */
  readonly host: string;
  /** What the service is called: CAS Parser, or the host of another system. */
  readonly service: string;
}

/** One sentence on what happened, what it means and what to do next, and the buttons that do it. */
export type Tell = (telling: Telling) => ProblemMessage;

/** A family of problems. */
export type Tellers = Readonly<Partial<Record<AppErrorKind, Tell>>>;

export function say(text: string, ...remedies: Remedy[]): ProblemMessage {
  return { text, remedies };
}
