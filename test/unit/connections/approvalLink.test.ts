import assert from 'node:assert/strict';

import { approvalUrl, newApprovalToken } from '../../../src/connections/browserApproval.ts';

describe('the link to approve a sign-in', () => {
  const token = '0123456789abcdef'.repeat(4);

  it('is the documented page with the token and the name of the program', () => {
    assert.equal(
      approvalUrl(new URL('https://app.casparser.in'), token),
      `https://app.casparser.in/agent-auth?token=${token}&client_name=VS%20Code`,
    );
  });

  it('keeps the port and the path of the address that is set', () => {
    for (const base of ['http://127.0.0.1:8787/proxy/app', 'http://127.0.0.1:8787/proxy/app/']) {
      assert.equal(
        approvalUrl(new URL(base), token),
        `http://127.0.0.1:8787/proxy/app/agent-auth?token=${token}&client_name=VS%20Code`,
      );
    }
  });

  it('has a token of 64 hex digits, another one each time', () => {
    const tokens = Array.from({ length: 200 }, newApprovalToken);
    for (const made of tokens) assert.match(made, /^[0-9a-f]{64}$/);
    assert.equal(new Set(tokens).size, 200);
    // 256 bits of chance: no place in it is the same in all of them.
    for (let place = 0; place < 64; place += 1)
      assert.ok(new Set(tokens.map((made) => made[place])).size > 8);
  });
});
