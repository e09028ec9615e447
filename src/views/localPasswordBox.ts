import { InputBoxValidationSeverity, l10n, window } from 'vscode';

/** Asks for the password of a PDF that is read on this computer. @returns `undefined` when the person gives up */
export function askLocalPassword(file: string, wrong: boolean): Promise<string | undefined> {
  const box = window.createInputBox();
  box.title = l10n.t('Password of {0}', file);
  box.password = true;
  box.ignoreFocusOut = true;
  box.placeholder = l10n.t('CDSL, NSDL: your PAN in capitals. CAMS, KFintech: the one you chose.');
  box.prompt = l10n.t('It is used on this computer and not kept; nothing is uploaded.');
  if (wrong) {
    box.validationMessage = {
      message: l10n.t('This password is wrong; try another.'),
      severity: InputBoxValidationSeverity.Error,
    };
  }
  return new Promise((resolve) => {
    let answer: string | undefined;
    box.onDidChangeValue(() => (box.validationMessage = undefined));
    box.onDidAccept(() => {
      answer = box.value;
      box.hide();
    });
    box.onDidHide(() => {
      box.dispose();
      resolve(answer);
    });
    box.show();
  });
}
