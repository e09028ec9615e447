import { l10n } from 'vscode';
import type { TypedPassword } from '../statements/openHere.ts';
import { askRememberedPassword } from './askRememberedPassword.ts';

/**
 * Asks for the password of a PDF that is read on this computer, and says what becomes of it.
 * @param signal takes the question back
 * @returns `undefined` when the person gives up
 */
export function askLocalPassword(
  file: string,
  wrong: boolean,
  signal: AbortSignal,
): Promise<TypedPassword | undefined> {
  return askRememberedPassword({
    file,
    wrong: wrong ? l10n.t('This password is wrong; try another.') : undefined,
    becomes: (remembered) =>
      remembered
        ? l10n.t('It is used and remembered on this computer; nothing is uploaded.')
        : l10n.t('It is used on this computer and not kept; nothing is uploaded.'),
    signal,
  });
}
