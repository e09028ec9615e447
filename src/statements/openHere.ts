import { LocalParseError } from '../local/localParseError.ts';
import type { PasswordStore } from './passwordStore.ts';

/** A password that a person typed for a PDF. */
export interface TypedPassword {
  readonly password: string;
  /** The person wants it remembered on this computer. */
  readonly remember: boolean;
}

export interface OpeningHelp<T> {
  /** Reads the PDF with a password, empty for none. @throws LocalParseError */
  readonly read: (password: string) => Promise<T>;
  /** @returns `undefined` when the person gives up */
  readonly askPassword: (wrong: boolean) => Promise<TypedPassword | undefined>;
  /** Passwords that opened others of the same selection, the best first. */
  readonly knownPasswords: readonly string[];
}

export interface Opened<T> {
  readonly result: T;
  readonly password: string;
  /** To be remembered with the investor that the PDF turns out to be of. */
  readonly remember: boolean;
}

/**
 * Reads a PDF on this computer with the passwords that are known, those remembered for the service's parse among them, then with
 * those that the person gives, until one opens it. A PDF that needs none is read at once.
 * @param hash SHA-256 of the PDF, in hex
 * @returns `undefined` when the person gave up at the password
 * @throws LocalParseError that is not about the password
 */
export async function openHere<T>(
  hash: string,
  passwords: PasswordStore,
  { read, askPassword, knownPasswords }: OpeningHelp<T>,
): Promise<Opened<T> | undefined> {
  const remembered = await passwords.find(hash);
  const exact = remembered.filter((one) => one.exact).map(({ password }) => password);
  const others = remembered.filter((one) => !one.exact).map(({ password }) => password);
  const guesses = new Set([...exact, ...knownPasswords, ...others]);
  for (const password of guesses.size > 0 ? guesses : ['']) {
    const result = await unlessRefused(() => read(password));
    if (!isRefusal(result)) {
      await passwords.worked(hash, password);
      return { result, password, remember: false };
    }
    // It opened this very PDF before: it is not worth remembering any more.
    if (exact.includes(password)) await passwords.forget(password).catch(() => undefined);
  }
  for (let wrong = false; ; wrong = true) {
    const typed = await askPassword(wrong);
    if (!typed) return undefined;
    const result = await unlessRefused(() => read(typed.password));
    if (!isRefusal(result)) return { result, ...typed };
  }
}

const REFUSED = Symbol('the password was refused');

function isRefusal(result: unknown): result is typeof REFUSED {
  return result === REFUSED;
}

async function unlessRefused<T>(read: () => Promise<T>): Promise<T | typeof REFUSED> {
  try {
    return await read();
  } catch (error) {
    const code = error instanceof LocalParseError ? error.code : null;
    if (code === 'password-needed' || code === 'password-wrong') return REFUSED;
    throw error;
  }
}
