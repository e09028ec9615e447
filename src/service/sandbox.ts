/** The sandbox's key is printed in the documentation and is no secret: it only ever returns sample data. */
export const SANDBOX_KEY = 'sandbox-with-json-responses';
