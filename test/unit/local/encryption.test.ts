import assert from 'node:assert/strict';
import { generateStatement } from '../../fixtures/statementsGenerator/generateStatement.ts';
import { statementKinds } from '../../fixtures/statementsGenerator/kinds.ts';
import { LocalParseError } from '../../../src/local/localParseError.ts';
import { readStatement } from '../../../src/local/readStatement.ts';

describe('A locked statement', function () {
  this.timeout(60_000);

  for (const encryption of ['none', 'RC4-40', 'RC4-128', 'AES-128', 'AES-256'] as const) {
    for (const opener of ['user', 'owner', 'none'] as const) {
      it(`is opened: ${encryption}, password of ${opener}`, async () => {
        for (const kind of statementKinds) {
          const { pdf, password } = generateStatement(kind, 3, { encryption, opener });
          const { warnings } = await readStatement(pdf, password);
          assert.deepEqual(warnings, []);
        }
      });
    }
  }

  it('is opened although a password is given that it does not need', async () => {
    const { pdf } = generateStatement('cdsl', 3, { encryption: 'AES-128', opener: 'none' });
    const { warnings } = await readStatement(pdf, 'ABCDE1234F');
    assert.deepEqual(warnings, []);
  });

  it('is not opened with a wrong password, whichever way it is locked', async () => {
    for (const encryption of ['RC4-40', 'RC4-128', 'AES-128', 'AES-256'] as const) {
      const { pdf } = generateStatement('cams-detailed', 3, { encryption, opener: 'user' });
      for (const [password, code] of [
        ['no', 'password-wrong'],
        ['', 'password-needed'],
      ] as const) {
        await assert.rejects(readStatement(pdf, password), (error: unknown) => {
          assert.ok(error instanceof LocalParseError);
          return error.code === code;
        });
      }
    }
  });
});
