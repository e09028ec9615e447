/** The messages between the portfolio page's box for questions and the extension. */

export type AskStep =
  /** The person sees what would be sent, and has not agreed yet. */
  | 'preview'
  | 'sending'
  /** The service's limit is waited for. */
  | 'waiting'
  | 'answering'
  | 'done'
  | 'failed'
  | 'cancelled';

/** What the person can do about a question that failed. */
export type AskRemedy = 'again' | 'signIn' | 'settings';

/** A question and what became of it. */
export interface AskExchange {
  readonly id: number;
  /** As it was typed. */
  readonly question: string;
  /** Exactly what is sent, word for word. */
  readonly sent: string;
  /** Amounts and units were hidden when it was asked: they are not in it. */
  readonly masked: boolean;
  readonly step: AskStep;
  /** When it will be sent, ms since 1970, while it waits. */
  readonly until: number | null;
  /** What there is of the answer. Hostile until it is shown as text. */
  readonly answer: string;
  readonly tokens: number | null;
  /** `$0.0042`; null where the service does not tell. */
  readonly cost: string | null;
  /** What went wrong, in a sentence. */
  readonly problem: string | null;
  readonly remedies: readonly AskRemedy[];
}

export interface AskState {
  /** Where questions go. */
  readonly host: string;
  /** What a question may cost at the most. */
  readonly perQuestion: string;
  /** Of this month, as far as it is known. */
  readonly spent: string;
  readonly perMonth: string;
  readonly questions: number;
  readonly tokens: number;
  /** Oldest first. */
  readonly exchanges: readonly AskExchange[];
}

/** How the box for questions stands; null when there is no service to ask. */
export interface AskMessage {
  readonly type: 'ask';
  readonly ask: AskState | null;
}

/** Ask this. What is sent is shown first, the first time. */
export interface AskQuestionMessage {
  readonly type: 'askQuestion';
  readonly question: string;
}

/** Send what was shown. */
export interface AskSendMessage {
  readonly type: 'askSend';
  readonly id: number;
}

/** Do not send what was shown, or wait for the answer no more. */
export interface AskCancelMessage {
  readonly type: 'askCancel';
  readonly id: number;
}

export interface AskRemedyMessage {
  readonly type: 'askRemedy';
  readonly remedy: 'signIn' | 'settings';
}
