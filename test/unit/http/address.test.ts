import assert from 'node:assert/strict';

import { checkedAddress } from '../../../src/service/address.ts';
import { isAppError } from '../../../src/service/appError.ts';

describe('the address of the service', () => {
  const accepted = [
    'https://api.casparser.in',
    'https://api.casparser.in/',
    'https://api.example.com:8443/casparser/',
    'https://192.0.2.7',
    'http://127.0.0.1:8787',
    'http://localhost:8787',
    'http://LOCALHOST',
    'http://[::1]:8787/path',
  ];
  for (const address of accepted) {
    it(`may be ${address}`, () =>
      assert.equal(checkedAddress(address).href, new URL(address).href));
  }

  const refused = [
    '',
    'api.casparser.in',
    'http://api.casparser.in',
    'http://192.168.1.2',
    'http://0.0.0.0:8787',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    // Loopback too, but one that a proxy would be asked for.
    'http://127.0.0.2:8787',
    'ftp://api.casparser.in',
    'file:///etc/passwd',
    'data:text/plain,https://api.casparser.in',
    'https://user@api.casparser.in',
    'https://:secret@api.casparser.in',
    'https://user:secret@api.casparser.in',
    'http://user@127.0.0.1:8787',
    'https://api.casparser.in?key=1',
    'https://api.casparser.in/#part',
    'https://',
    'https://api casparser.in',
  ];
  for (const address of refused) {
    it(`may not be ${address === '' ? 'empty' : address} [S0-22]`, () => {
      assert.throws(
        () => checkedAddress(address),
        (error) => isAppError(error, 'addressInvalid') && error.details.mayBeBilled === false,
      );
    });
  }
});
