import { l10n } from 'vscode';
import type { GivenPassword, PasswordRefused } from '../statements/parseRequest.ts';
import { askRememberedPassword } from './askRememberedPassword.ts';

/**
 * Asks for the password of a PDF that goes to the service, and says what becomes of it.
 * @param refused why it is asked again
 * @param signal takes the question back
 * @returns the password, which may be empty; `undefined` when the person gives up
 */
export function askPdfPassword(
  file: string,
  host: string,
  refused: PasswordRefused | undefined,
  signal: AbortSignal,
): Promise<GivenPassword | undefined> {
  return askRememberedPassword({
    file,
    wrong: refused && whyRefused(refused),
    becomes: (remembered) =>
      remembered
        ? l10n.t(
            'It is sent with the PDF to {0} and remembered on this computer once it has worked.',
            host,
          )
        : l10n.t('It is sent with the PDF to {0} and not kept.', host),
    signal,
  });
}

function whyRefused(refused: PasswordRefused): string {
  return refused === 'passwordWrong'
    ? l10n.t('This password is wrong. Nothing was charged; try another.')
    : l10n.t(
        'The PDF could not be opened: the password is wrong, or the file is not an original statement. Nothing was charged; try another.',
      );
}
