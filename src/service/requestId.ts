import { randomBytes } from 'node:crypto';

/** The documented shape (`req_`, then letters and digits), and a beginning that no other client of the service gives. */
const OWN = /^req_vsc[0-9a-f]{24}$/;

/** A name for one send of a request, by which the service's usage log has it. */
export function newRequestId(): string {
  return `req_vsc${randomBytes(12).toString('hex')}`;
}

/** Whether this extension gave an id, in whatever window and on whatever computer. */
export function isOwnRequestId(id: string): boolean {
  return OWN.test(id);
}
