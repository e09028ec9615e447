import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { fetchCredits } from '../../../src/service/credits.ts';
import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { until } from '../../patience.ts';
import { sampleStatement, statementFolder } from '../service/sampleFiles.ts';
import { clientOf, never, parse, problemOf } from './extensionClient.ts';

/** Whether a byte had left is not known at that moment, so the careful reading holds in every case. */
describe('a parse that is cancelled', () => {
  let service: CasParserService;
  beforeEach(async () => (service = await startCasParserService({ statements: statementFolder })));
  afterEach(() => service.close());

  it('before it is sent, is not sent', async () => {
    const { kind, details } = await problemOf(
      parse(clientOf(service), { signal: AbortSignal.abort() }),
    );
    assert.equal(kind, 'cancelled');
    assert.equal(details.mayBeBilled, true);
    assert.equal(service.requests.length, 0);
  });

  it('while the service works on it, may be billed', async () => {
    const { path, password } = await sampleStatement('cdsl-ecas.pdf');
    service.misbehave({ on: 'parse', how: 'late', delayMs: 3_600_000 });
    const cancelling = new AbortController();
    const failing = problemOf(
      parse(clientOf(service), {
        pdf: await readFile(path),
        password: password ?? undefined,
        signal: cancelling.signal,
      }),
    );
    await until(() => service.requests[0]?.billed === 1);
    cancelling.abort();
    const { kind, details } = await failing;
    assert.equal(kind, 'cancelled');
    assert.equal(details.mayBeBilled, true);
    assert.equal(details.requestId, service.requests[0]?.headers['x-request-id']);
    assert.equal(service.requests.length, 1);
  });

  it('closes its connection, so that a service that has not begun need not begin', async () => {
    const { path, password } = await sampleStatement('cdsl-ecas.pdf');
    const client = clientOf(service);
    service.misbehave({ on: 'parse', delayMs: 1_000, times: 1 });
    const cancelling = new AbortController();
    const failing = problemOf(
      parse(client, {
        pdf: await readFile(path),
        password: password ?? undefined,
        signal: cancelling.signal,
      }),
    );
    await until(() => service.requests[0]?.parts !== undefined);
    cancelling.abort();
    assert.equal((await failing).kind, 'cancelled');

    service.misbehave({ on: 'credits', delayMs: 2_000 }); // answered long after the delay of the upload
    await fetchCredits(client.call, client.credential, never());
    assert.equal(service.requests[0]?.billed, 0);
    assert.equal(service.requests[0].answered, 'unanswered');
  });

  it('is told apart from one that takes too long', async () => {
    service.misbehave({ on: 'parse', how: 'hang' });
    const { kind, details } = await problemOf(parse(clientOf(service), { timeoutSeconds: 0.05 }));
    assert.equal(kind, 'timeout');
    assert.equal(details.mayBeBilled, true);
  });
});
