import type { JsonText } from './messages.ts';

/** What the extension sends to the page that compares portfolios, which answers as the portfolio page does. */

export interface ComparedPortfolio {
  /** The name of its file. */
  readonly title: string;
  /** Its JSON, as saved. */
  readonly text: JsonText;
}

/** The page compares these portfolios instead of what it showed before. */
export interface CompareMessage {
  readonly type: 'compare';
  readonly portfolios: readonly ComparedPortfolio[];
  /** URIs of their files, which VS Code keeps with the page: a restart opens them again. */
  readonly files: readonly string[];
  /** Amounts, names and numbers of accounts are hidden. */
  readonly masked: boolean;
  /** The page's words in the editor's language, by their English. */
  readonly words: Readonly<Record<string, string>>;
}
