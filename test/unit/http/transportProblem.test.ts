import assert from 'node:assert/strict';

import {
  connectProblem,
  proxyProblem,
  transportProblem,
} from '../../../src/service/transportProblem.ts';
import type { AppErrorKind } from '../../../src/service/appError.ts';

/** The failures that no test can bring about over a real network; the others are in their own files. */
describe('a failure of the network', () => {
  const failure = (code: string | undefined, cause?: unknown) =>
    Object.assign(new Error('secret words', { cause }), { code });

  const whileConnecting: [string, AppErrorKind][] = [
    ['ENOTFOUND', 'nameNotFound'],
    ['EAI_AGAIN', 'nameNotFound'],
    ['ENETUNREACH', 'nameNotFound'],
    ['ENETDOWN', 'nameNotFound'],
    ['EHOSTUNREACH', 'nameNotFound'],
    ['ECONNREFUSED', 'connectionRefused'],
    ['ETIMEDOUT', 'timeout'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
    ['CERT_HAS_EXPIRED', 'tlsRefused'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tlsRefused'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tlsRefused'],
    ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'tlsRefused'],
    ['EPROTO', 'tlsRefused'],
    ['ECONNRESET', 'connectionLost'],
  ];
  for (const [code, kind] of whileConnecting) {
    it(`while connecting is ${kind} and nothing was sent: ${code}`, () => {
      const problem = connectProblem(failure(code));
      assert.equal(problem.kind, kind);
      assert.deepEqual(problem.details, { code, mayBeBilled: false });
    });

    it(`once connected may be billed: ${code}`, () => {
      for (const answering of [false, true]) {
        const problem = transportProblem(failure(code), answering);
        const lost = answering ? 'answerCutOff' : 'connectionLost';
        assert.equal(problem.kind, code === 'ETIMEDOUT' ? 'timeout' : lost);
        assert.deepEqual(problem.details, { code, mayBeBilled: true });
      }
    });

    it(`on the way to the proxy is the proxy’s: ${code}`, () => {
      const problem = proxyProblem(failure(code));
      assert.equal(problem.kind, 'proxyRefused');
      assert.deepEqual(problem.details, { code, mayBeBilled: false });
    });
  }

  it('is found behind other errors, and in the last of several addresses', () => {
    const deep = failure(undefined, failure('UND_ERR_SOCKET', failure('ENOTFOUND')));
    assert.equal(connectProblem(deep).kind, 'nameNotFound');
    const both = new AggregateError([failure('ENETUNREACH'), failure('ECONNREFUSED')]);
    assert.equal(connectProblem(both).kind, 'connectionRefused');
  });

  it('ends in a problem whatever is thrown, even one that causes itself', () => {
    const circle = new Error('circle');
    circle.cause = circle;
    for (const odd of [circle, 'text', undefined, { code: 'ENOTFOUND' }, new AggregateError([])]) {
      assert.equal(connectProblem(odd).kind, 'connectionLost');
      assert.equal(transportProblem(odd, false).kind, 'connectionLost');
      assert.equal(proxyProblem(odd).kind, 'proxyRefused');
    }
  });

  it('keeps none of the error’s words', () => {
    for (const problem of [
      connectProblem(failure('ENOTFOUND')),
      proxyProblem(failure('ENOTFOUND')),
      transportProblem(failure('ENOTFOUND'), false),
    ])
      assert.doesNotMatch(`${problem.stack ?? ''}${JSON.stringify(problem)}`, /secret words/);
  });
});
