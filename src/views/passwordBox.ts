import { InputBoxValidationSeverity, ThemeIcon, l10n, window } from 'vscode';
import type { GivenPassword, PasswordRefused } from '../statements/parseStatement.ts';

/**
 * Asks for a PDF's password, hidden, and says what becomes of it.
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
  if (signal.aborted) return Promise.resolve(undefined);
  const box = window.createInputBox();
  box.title = l10n.t('Password of {0}', file);
  box.password = true;
  box.ignoreFocusOut = true;
  box.placeholder = l10n.t('CDSL, NSDL: your PAN in capitals. CAMS, KFintech: the one you chose.');
  let remember = false;
  const sayWhatBecomesOfIt = () => {
    box.prompt = remember
      ? l10n.t(
          'It is sent with the PDF to {0} and remembered on this computer once it has worked.',
          host,
        )
      : l10n.t('It is sent with the PDF to {0} and not kept.', host);
    box.buttons = [
      remember
        ? { iconPath: new ThemeIcon('pinned'), tooltip: l10n.t('Do Not Remember This Password') }
        : { iconPath: new ThemeIcon('pin'), tooltip: l10n.t('Remember This Password') },
    ];
  };
  sayWhatBecomesOfIt();
  if (refused) {
    box.validationMessage = {
      message:
        refused === 'passwordWrong'
          ? l10n.t('This password is wrong. Nothing was charged; try another.')
          : l10n.t(
              'The PDF could not be opened: the password is wrong, or the file is not an original statement. Nothing was charged; try another.',
            ),
      severity: InputBoxValidationSeverity.Error,
    };
  }
  return new Promise((resolve) => {
    let answer: GivenPassword | undefined;
    box.onDidTriggerButton(() => {
      remember = !remember;
      sayWhatBecomesOfIt();
    });
    box.onDidChangeValue(() => (box.validationMessage = undefined));
    box.onDidAccept(() => {
      answer = { password: box.value, remember };
      box.hide();
    });
    const takeBack = () => box.hide();
    signal.addEventListener('abort', takeBack, { once: true });
    box.onDidHide(() => {
      signal.removeEventListener('abort', takeBack);
      box.dispose();
      resolve(answer);
    });
    box.show();
  });
}
