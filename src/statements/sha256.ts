import { createHash } from 'node:crypto';

/** The name of a PDF wherever it is kept or noted: hex, and the same for the same bytes. */
export function sha256(pdf: Uint8Array): string {
  return createHash('sha256').update(pdf).digest('hex');
}
