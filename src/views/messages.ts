import type {
  AskCancelMessage,
  AskMessage,
  AskQuestionMessage,
  AskRemedyMessage,
  AskSendMessage,
} from './ask/askMessages.ts';
import type { ExportRequest } from '../portfolio/exports/exportSpec.ts';
import type { FactsChange } from '../portfolio/facts/changeFacts.ts';
import type { OwnFacts } from '../portfolio/facts/ownFacts.ts';

/** The messages between the portfolio page and the extension. */

/** JSON as text or in UTF-8. Bytes go to a page as they are; text would be escaped for the way, which stalls the host if it is long. */
export type JsonText = string | Uint8Array;

/** JSON in UTF-8, compressed: the way to a page is long where VS Code runs on another computer than its window. */
export interface GzippedJson {
  readonly gzip: Uint8Array;
}

/** The page shows this portfolio instead of what it showed before. */
export interface ShowMessage {
  readonly type: 'show';
  /** The portfolio, exactly as received or saved. */
  readonly text: JsonText | GzippedJson;
  /** It came in parts before, which together are compressed as this says. */
  readonly inParts?: 'plain' | 'gzip';
  /** The name of the file it was read from. */
  readonly title: string;
  /** An answer of the service just now, or a saved portfolio. */
  readonly origin: 'service' | 'file';
  /** An answer of the sandbox: the same invented data whatever was sent. */
  readonly sample: boolean;
  readonly saved: boolean;
  /** What only the owner of the units knows. */
  readonly facts: OwnFacts;
  /** Amounts, names and numbers of accounts are hidden. */
  readonly masked: boolean;
  /** What was typed into the filters before the page was hidden. */
  readonly typed?: Typed;
  /** The page's words in the editor's language, by their English. */
  readonly words: Readonly<Record<string, string>>;
}

/** A piece of a long portfolio, in their order: what is shown next is all of them, and its `text` is empty. */
export interface PartMessage {
  readonly type: 'part';
  /** Forget the pieces that came before. */
  readonly first: boolean;
  readonly bytes: Uint8Array;
}

/** What is typed into the filters of a page. */
export interface Typed {
  readonly holdings: string;
  readonly transactions: string;
}

/** To be remembered while the page is hidden, and no longer. */
export interface TypedMessage {
  readonly type: 'typed';
  readonly typed: Typed;
}

/** The page shows several statements as one portfolio. */
export interface FamilyMessage {
  readonly type: 'family';
  readonly statements: readonly FamilyStatement[];
  /** URIs of their files, which VS Code keeps with the page: a restart opens them again. */
  readonly files: readonly string[];
  readonly masked: boolean;
  readonly typed?: Typed;
  readonly words: Readonly<Record<string, string>>;
}

export interface FamilyStatement {
  /** The name of its file. */
  readonly title: string;
  /** Its JSON, as saved. */
  readonly text: JsonText;
}

/** From now on amounts, names and numbers of accounts are hidden, or shown again. */
export interface MaskMessage {
  readonly type: 'mask';
  readonly masked: boolean;
}

/** What only the owner of the units knows is something else now. */
export interface FactsMessage {
  readonly type: 'facts';
  readonly facts: OwnFacts;
}

/** The owner of the units says something of them, or takes it back. */
export interface FactMessage {
  readonly type: 'fact';
  readonly change: FactsChange;
}

/** The page has loaded and wants its portfolio. */
export interface ReadyMessage {
  readonly type: 'ready';
  /** What was sent while the page was loading has not arrived, and may never: send it again. */
  readonly again?: true | undefined;
}

export interface SaveMessage {
  readonly type: 'save';
}

/** Open the JSON as text. */
export interface ShowJsonMessage {
  readonly type: 'showJson';
}

/** Hide amounts and names everywhere, or show them again. */
export interface ToggleMaskMessage {
  readonly type: 'toggleMask';
}

/** Export what the page shows: the extension asks what is missing, and where to. */
export interface ExportMessage {
  readonly type: 'export';
  readonly spec: ExportRequest;
}

/** What the extension sends to the page. */
export type HostMessage =
  ShowMessage | FamilyMessage | PartMessage | MaskMessage | FactsMessage | AskMessage;
/** What the page sends to the extension. */
export type PageMessage =
  | ToggleMaskMessage
  | TypedMessage
  | FactMessage
  | ReadyMessage
  | SaveMessage
  | ShowJsonMessage
  | ExportMessage
  | AskQuestionMessage
  | AskSendMessage
  | AskCancelMessage
  | AskRemedyMessage;
