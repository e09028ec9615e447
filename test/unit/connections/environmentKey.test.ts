import assert from 'node:assert/strict';

import { keyAmong } from '../../../src/connections/environmentKey.ts';

describe('a key of the environment', () => {
  it('has the documentation’s name, or that of the official SDKs', () => {
    const documented = { variable: 'CASPARSER_API_KEY', key: 'sk_one' };
    const ofSdks = { variable: 'CAS_PARSER_API_KEY', key: 'sk_two' };
    const both = { CAS_PARSER_API_KEY: 'sk_two', CASPARSER_API_KEY: 'sk_one' };
    assert.deepEqual(keyAmong({ CASPARSER_API_KEY: 'sk_one' }), documented);
    assert.deepEqual(keyAmong({ CAS_PARSER_API_KEY: 'sk_two' }), ofSdks);
    assert.deepEqual(keyAmong(both), documented, 'the first name wins');
  });

  it('is not one that is empty', () => {
    for (const empty of ['', '  ', '\n', undefined]) {
      assert.equal(keyAmong({ CASPARSER_API_KEY: empty }), undefined);
      assert.equal(
        keyAmong({ CASPARSER_API_KEY: empty, CAS_PARSER_API_KEY: 'sk_two' })?.key,
        'sk_two',
      );
    }
  });

  it('loses the space around it', () => {
    assert.equal(keyAmong({ CASPARSER_API_KEY: ' sk_one\r\n' })?.key, 'sk_one');
  });

  it('is not looked for under other names', () => {
    assert.equal(keyAmong({ API_KEY: 'x', casparser_api_key: 'y' }), undefined);
    assert.equal(keyAmong({}), undefined);
  });
});
