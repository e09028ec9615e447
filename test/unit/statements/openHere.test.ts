import assert from 'node:assert/strict';
import { LocalParseError } from '../../../src/local/localParseError.ts';
import { openHere } from '../../../src/statements/openHere.ts';
import { PasswordStore } from '../../../src/statements/passwordStore.ts';
import { MemorySecrets } from './memorySecrets.ts';

const PDF = 'a'.repeat(64);
const OTHER_PDF = 'b'.repeat(64);

describe('A PDF that is opened on this computer', () => {
  let passwords: PasswordStore;
  let tried: string[];
  let asked: boolean[];
  beforeEach(() => {
    passwords = new PasswordStore(new MemorySecrets());
    tried = [];
    asked = [];
  });

  const open = (right: string, typed: readonly string[], knownPasswords: readonly string[] = []) =>
    openHere(PDF, passwords, {
      read: (password) => {
        tried.push(password);
        if (right === '' || password === right) return Promise.resolve('read');
        throw new LocalParseError(password === '' ? 'password-needed' : 'password-wrong');
      },
      askPassword: (wrong) => {
        const password = typed[asked.length];
        asked.push(wrong);
        return Promise.resolve(password === undefined ? undefined : { password, remember: true });
      },
      knownPasswords,
    });

  it('asks nothing when it needs no password', async () => {
    assert.deepEqual(await open('', []), { result: 'read', password: '', remember: false });
    assert.deepEqual(tried, ['']);
  });

  it('asks, says that a password is wrong, and asks again until one opens it', async () => {
    const opened = await open('third', ['first', 'second', 'third']);
    assert.deepEqual(opened, { result: 'read', password: 'third', remember: true });
    assert.deepEqual(asked, [false, true, true]);
  });

  it('ends quietly when the person gives up', async () => {
    assert.equal(await open('never typed', ['wrong']), undefined);
  });

  it('tries what was remembered by a parse of the service, the one of this very PDF first', async () => {
    await passwords.remember(PDF, 'of this one');
    await passwords.remember(OTHER_PDF, 'of another');
    await open('of another', []);
    assert.deepEqual(tried, ['of this one', 'of another']);
    assert.deepEqual(asked, []);
  });

  it('knows the PDF next time by the password that opened it', async () => {
    await passwords.remember(OTHER_PDF, 'of another');
    await open('of another', []);
    const [first] = await passwords.find(PDF);
    assert.deepEqual(first, { password: 'of another', exact: true });
  });

  it('tries the passwords of the same selection, and forgets one that opens its PDF no more', async () => {
    await passwords.remember(PDF, 'old');
    await open('new', [], ['new']);
    assert.deepEqual(tried, ['old', 'new']);
    assert.equal(await passwords.count(), 0);
  });

  it('passes on what is wrong with the PDF itself, without asking', async () => {
    const damaged = openHere(PDF, passwords, {
      read: () => Promise.reject(new LocalParseError('damaged')),
      askPassword: () => assert.fail('nothing is to be asked'),
      knownPasswords: [],
    });
    await assert.rejects(
      damaged,
      (error) => error instanceof LocalParseError && error.code === 'damaged',
    );
  });
});
