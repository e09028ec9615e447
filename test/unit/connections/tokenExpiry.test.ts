import assert from 'node:assert/strict';

import { tokenExpiry } from '../../../src/connections/tokenExpiry.ts';

const exp = Date.UTC(2026, 8, 12, 7, 30) / 1000;
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = (claims: unknown) => `at_${base64url({ alg: 'HS256' })}.${base64url(claims)}.c2ln`;

describe('the end of an access token', () => {
  it('is read from the token where it says it, in milliseconds', () => {
    assert.equal(tokenExpiry(tokenOf({ exp })), exp * 1000);
    assert.equal(tokenExpiry(tokenOf({ exp, sub: 'आशा Specimen ~?' })), exp * 1000);
    assert.equal(tokenExpiry(tokenOf({ exp }).slice('at_'.length)), exp * 1000);
    assert.equal(tokenExpiry(tokenOf({ exp: exp + 0.5 })), exp * 1000 + 500);
  });

  for (const [what, token] of [
    ['is opaque', 'at_5f2c9e1d7ab84c3f'],
    ['is empty', ''],
    ['is nothing but its prefix', 'at_'],
    ['has dots without meaning', 'at_a.b.c'],
    ['does not say', tokenOf({ sub: 'asha' })],
    ['says it in words', tokenOf({ exp: 'tomorrow' })],
    ['has no claims', tokenOf(null)],
    ['has a list of them', tokenOf([exp])],
    ['is cut off', tokenOf({ exp }).slice(0, 40)],
  ] as const) {
    it(`is not known when it ${what}`, () => {
      assert.equal(tokenExpiry(token), undefined);
    });
  }
});
