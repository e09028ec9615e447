import assert from 'node:assert/strict';
import {
  AppError,
  type AppErrorDetails,
  type AppErrorKind,
} from '../../../src/service/appError.ts';
import type { problemMessage as Message } from '../../../src/views/problems/problemMessage.ts';
import { withEnglishTexts } from './vscodeStandIn.ts';

describe('what is told about a problem', () => {
  let message: typeof Message;
  before(async () => {
    withEnglishTexts();
    ({ problemMessage: message } = await import('../../../src/views/problems/problemMessage.ts'));
  });

  const place = { host: 'api.example', file: 'statement.pdf' };
  const told = (kind: AppErrorKind, facts: AppErrorDetails = {}) =>
    message(new AppError(kind, facts), place);

  describe('offers to parse on this computer', () => {
    const table: [string, AppErrorKind, AppErrorDetails][] = [
      ['what the servers refuse for its size', 'payloadTooLarge', { httpStatus: 413 }],
      ['what the service refuses for its size', 'payloadTooLarge', { httpStatus: 422 }],
      ['what is too large to be sent', 'fileTooLarge', {}],
      ['after the last credit', 'creditsUsedUp', { httpStatus: 402 }],
      ['where the plan does not parse', 'planLacksFeature', { httpStatus: 403 }],
      ['when no more requests are taken', 'rateLimited', { httpStatus: 429 }],
      ['when the service is out of order', 'serviceDown', { httpStatus: 502, mayBeBilled: true }],
      ['when it is away', 'serviceDown', { httpStatus: 503, mayBeBilled: false }],
      ['while it rests', 'circuitOpen', { mayBeBilled: false }],
      ['offline', 'nameNotFound', { mayBeBilled: false }],
      ['without a connection', 'connectionRefused', { mayBeBilled: false }],
      ['after a connection that broke', 'connectionLost', { mayBeBilled: true }],
      ['out of time before sending', 'timeout', { mayBeBilled: false }],
      ['out of time after it', 'timeout', { mayBeBilled: true }],
      ['behind a proxy that refuses', 'proxyRefused', { mayBeBilled: false }],
      ['where the certificate is not trusted', 'tlsRefused', { mayBeBilled: false }],
      ['behind a redirect', 'addressMoved', { httpStatus: 302, mayBeBilled: false }],
      ['behind a sign-in page', 'answerNotJson', { httpStatus: 200, mayBeBilled: true }],
    ];
    for (const [when, kind, facts] of table)
      it(when, () => assert.ok(told(kind, facts).remedies.includes('parseHere')));

    it('not where the PDF, the password or the key is the matter', () => {
      for (const kind of ['notStatement', 'fileNotPdf', 'passwordWrong', 'keyRefused'] as const)
        assert.ok(!told(kind).remedies.includes('parseHere'), kind);
    });
  });

  it('blames no plan for the size that the servers refuse', () => {
    const { text, remedies } = told('payloadTooLarge', { httpStatus: 413, mayBeBilled: false });
    assert.match(text, /^statement\.pdf is too large for the servers of api\.example/);
    assert.match(text, /whatever the plan; nothing was charged/);
    assert.deepEqual(remedies, ['parseHere', 'choosePdf']);
  });

  it('tells where a redirect leads, and that the key did not go there', () => {
    const movedTo = 'https://new.example';
    const { text, remedies } = told('addressMoved', { httpStatus: 301, movedTo });
    assert.match(text, /^api\.example sends requests on to https:\/\/new\.example, and your key/);
    assert.equal(remedies[0], 'openAddressSettings');
    const there = told('addressMoved', { httpStatus: 301, movedTo, host: 'gateway.example' });
    assert.match(there.text, /^gateway\.example/);
    assert.equal(there.remedies[0], 'signInAgain', 'its address is of the sign-in');
  });

  it('does not say of a SOCKS proxy that it refused, since it was not asked', () => {
    const { text } = told('proxyRefused', { code: 'SOCKS', mayBeBilled: false });
    assert.match(
      text,
      /is a SOCKS proxy, which this version does not speak to, so nothing was sent/,
    );
    assert.match(told('proxyRefused', { code: '407' }).text, /does not let the request through/);
    const variable = 'HTTPS_PROXY';
    for (const code of ['SOCKS', '407']) {
      const named = told('proxyRefused', { code, variable });
      assert.match(named.text, /environment variable HTTPS_PROXY/);
      assert.doesNotMatch(named.text, /set in VS Code/);
    }
  });

  it('does not say to wait where another address is wanted', () => {
    for (const kind of ['addressMoved', 'addressWrong'] as const)
      assert.doesNotMatch(told(kind, { httpStatus: 404 }).text, /minutes|out of order/);
  });

  it('names the documented limit where the service itself refuses the size', () => {
    assert.match(told('payloadTooLarge', { httpStatus: 422 }).text, /larger than the 10 MB/);
  });
});
