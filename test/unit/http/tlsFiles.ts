import { readFileSync } from 'node:fs';

/** A certificate for localhost and 127.0.0.1 that signed itself, and its key. PEM. */
export const selfSigned = {
  cert: readFileSync(new URL('../../fixtures/tls/cert.pem', import.meta.url), 'utf8'),
  key: readFileSync(new URL('../../fixtures/tls/key.pem', import.meta.url), 'utf8'),
};
