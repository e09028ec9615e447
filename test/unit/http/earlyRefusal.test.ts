import assert from 'node:assert/strict';
import { type RefusingServer, earlyRefusals } from '../../service/refusing/refusingServer.ts';
import { refusedUploads, uploadSizes } from '../../service/refusing/refusedUploads.ts';
import { refusingServers } from '../../service/refusing/refusingServers.ts';

const TIMES = 5;
const told = { 401: 'signInExpired 401', 413: 'payloadTooLarge 413' } as Record<number, string>;

/** Each of them answers and stops reading, or closes, while the upload is still written. */
describe('an upload that is refused before it was read', () => {
  for (const { name, isThere, start } of refusingServers)
    describe(`by ${name}`, () => {
      let server: RefusingServer;
      before(async function () {
        if (!isThere()) this.skip();
        server = await start();
      });
      // Not started where it is not there.
      after(() => (server as RefusingServer | undefined)?.close());

      for (const refusal of earlyRefusals)
        for (const [size, bytes] of Object.entries(uploadSizes))
          it(`with ${refusal.status}, ${size} long, is told by the answer and not charged`, async () => {
            const ends = await refusedUploads(server.origin, refusal, bytes, TIMES);
            assert.deepEqual(ends, Array(TIMES).fill(told[refusal.status]));
          });
    });
});
