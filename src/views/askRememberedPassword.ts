import { InputBoxValidationSeverity, ThemeIcon, l10n, window } from 'vscode';

export interface PasswordQuestion {
  readonly file: string;
  /** What is wrong with the password given before. */
  readonly wrong: string | undefined;
  /** What becomes of the password, whether it is to be remembered or not. */
  readonly becomes: (remembered: boolean) => string;
  /** Takes the question back. */
  readonly signal: AbortSignal;
}

/** A password as typed, perhaps empty, and whether the person wants it remembered. */
export interface AnsweredPassword {
  readonly password: string;
  readonly remember: boolean;
}

/** What depositories lock some statements with, told to who has tried the usual one. */
function otherForm(): string {
  return l10n.t(
    'Some statements of CDSL and NSDL open with the PAN and the date of birth: ABCDE1234F31121980.',
  );
}

/** Asks for a PDF's password, hidden. @returns `undefined` when the person gives up */
export function askRememberedPassword({
  file,
  wrong,
  becomes,
  signal,
}: PasswordQuestion): Promise<AnsweredPassword | undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  const box = window.createInputBox();
  box.title = l10n.t('Password of {0}', file);
  box.password = true;
  box.ignoreFocusOut = true;
  box.placeholder = l10n.t('CDSL, NSDL: your PAN in capitals. CAMS, KFintech: the one you chose.');
  let remember = false;
  const sayWhatBecomesOfIt = () => {
    box.prompt = becomes(remember);
    box.buttons = [
      remember
        ? { iconPath: new ThemeIcon('pinned'), tooltip: l10n.t('Do Not Remember This Password') }
        : { iconPath: new ThemeIcon('pin'), tooltip: l10n.t('Remember This Password') },
    ];
  };
  sayWhatBecomesOfIt();
  if (wrong !== undefined)
    box.validationMessage = {
      message: `${wrong} ${otherForm()}`,
      severity: InputBoxValidationSeverity.Error,
    };
  return new Promise((resolve) => {
    let answer: AnsweredPassword | undefined;
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
