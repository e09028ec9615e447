import { InputBoxValidationSeverity, ThemeIcon, l10n, window } from 'vscode';
import type { TypedPassword } from '../statements/openHere.ts';

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
  if (signal.aborted) return Promise.resolve(undefined);
  const box = window.createInputBox();
  box.title = l10n.t('Password of {0}', file);
  box.password = true;
  box.ignoreFocusOut = true;
  box.placeholder = l10n.t('CDSL, NSDL: your PAN in capitals. CAMS, KFintech: the one you chose.');
  let remember = false;
  const sayWhatBecomesOfIt = () => {
    box.prompt = remember
      ? l10n.t('It is used and remembered on this computer; nothing is uploaded.')
      : l10n.t('It is used on this computer and not kept; nothing is uploaded.');
    box.buttons = [
      remember
        ? { iconPath: new ThemeIcon('pinned'), tooltip: l10n.t('Do Not Remember This Password') }
        : { iconPath: new ThemeIcon('pin'), tooltip: l10n.t('Remember This Password') },
    ];
  };
  sayWhatBecomesOfIt();
  if (wrong) {
    box.validationMessage = {
      message: l10n.t('This password is wrong; try another.'),
      severity: InputBoxValidationSeverity.Error,
    };
  }
  return new Promise((resolve) => {
    let answer: TypedPassword | undefined;
    box.onDidTriggerButton(() => {
      remember = !remember;
      // What is wrong would stand in place of what becomes of it.
      box.validationMessage = undefined;
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
