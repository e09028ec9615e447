import type { EditorWindow } from './editorWindow.ts';
import { PASSWORD } from './statements.ts';

/** What the person types next, where it is not what is right: other passwords, or giving up. */
export interface Typing {
  readonly passwords: ('wrong' | 'none')[];
  readonly texts: string[];
}

const TYPING_MS = 2_000;

/** Types a PDF's password in a while. */
export function typePassword(
  { world, typing }: EditorWindow,
  done: (typed: string | undefined) => void,
): void {
  world.clock.after(TYPING_MS, () => {
    const how = typing.passwords.shift();
    done(how === 'none' ? undefined : how === 'wrong' ? 'ZZZZZ9999Z' : PASSWORD);
  });
}

/** Types what is asked for in a while: a key. */
export function typeText({ world, typing }: EditorWindow): Promise<string | undefined> {
  return new Promise((resolve) => {
    world.clock.after(TYPING_MS, () => resolve(typing.texts.shift()));
  });
}
