/** Where a browser brings the answer of a consent page. */
export interface Redirect {
  /** The address that the gateway sends the browser to. */
  readonly uri: string;
  /** From when on answers with this `state` are taken; others never are. */
  expect(state: string): void;
  /** The address with the answer in it. */
  readonly answered: Promise<URL>;
  close(): void;
}

/** Whether an address can be the answer to a request for consent (RFC 6749, section 4.1.2). */
export function answersConsent(url: URL, state: string): boolean {
  const { searchParams } = url;
  return (
    searchParams.get('state') === state && (searchParams.has('code') || searchParams.has('error'))
  );
}
