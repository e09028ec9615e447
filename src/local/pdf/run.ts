/** One show operation of a page: never joined with another and never cut. */
export interface Run {
  readonly text: string;
  /** Points from the page's left edge. */
  readonly left: number;
  readonly right: number;
  /** Baseline, in points from the page's top. */
  readonly y: number;
  /** Font size in points, as drawn. */
  readonly size: number;
  readonly bold: boolean;
  /** A space is drawn before it: it begins a word. */
  readonly afterSpace?: boolean;
}

export interface Page {
  /** 1 for the first. */
  readonly number: number;
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  /** Text drawn sideways, as the issuers' watermarks are: it says who made the statement. */
  readonly sideways: readonly string[];
  /** Part of the page could not be read. */
  readonly lostText?: boolean;
  /** Something is drawn here that could show text: a picture, or as many shapes as letters have. */
  readonly hasPictures?: boolean;
  /** Nothing is drawn here that could be text or show it. */
  readonly isBlank?: boolean;
  /** The fonts do not say which letters most of its text is made of. */
  readonly hasUnknownLetters?: boolean;
}

export interface PdfText {
  readonly pages: readonly Page[];
  /** The document's own description; empty where it has none. */
  readonly title: string;
  readonly creator: string;
  readonly producer: string;
}
