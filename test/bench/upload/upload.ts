/** What is sent, by the client and by curl alike. */
export interface Upload {
  readonly origin: string;
  readonly key: string;
  /** Path of the PDF. */
  readonly statement: string;
  readonly password: string;
}
