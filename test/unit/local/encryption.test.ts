import assert from 'node:assert/strict';
import { generateStatement } from '../../fixtures/statementsGenerator/generateStatement.ts';
import { statementKinds } from '../../fixtures/statementsGenerator/kinds.ts';
import { LocalParseError } from '../../../src/local/localParseError.ts';
import { withRevision6 } from './revision6.ts';
import { readStatement } from '../../../src/local/readStatement.ts';

describe('A locked statement', () => {
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

  it('is opened: AES-256 of revision 6, password of user and owner, and of nobody', async () => {
    for (const kind of statementKinds) {
      const { pdf, password } = generateStatement(kind, 3, { encryption: 'AES-256' });
      const locked = withRevision6(pdf, password, 'Owner@1234');
      for (const right of [password, 'Owner@1234']) {
        const { warnings } = await readStatement(locked, right);
        assert.deepEqual(warnings, []);
      }
      await assert.rejects(
        readStatement(locked, 'no'),
        (error: unknown) => error instanceof LocalParseError && error.code === 'password-wrong',
      );
      const open = generateStatement(kind, 3, { encryption: 'AES-256', opener: 'none' });
      await readStatement(withRevision6(open.pdf, '', 'Owner@1234'), '');
    }
  });

  it('is opened by a PAN in small letters or with a space around it, as it is printed in capitals', async () => {
    for (const encryption of ['RC4-128', 'AES-128', 'AES-256'] as const) {
      const { pdf } = generateStatement('nsdl', 3, { encryption });
      for (const typed of ['ABCDE1234F', 'abcde1234f', ' abcde1234F '])
        assert.deepEqual((await readStatement(pdf, typed)).warnings, []);
    }
  });

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
