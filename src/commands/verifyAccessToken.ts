import { l10n, window } from 'vscode';
import { systemOf } from '../connections/account.ts';
import type { Container } from '../container.ts';
import { verifyAccessToken as verify } from '../service/token.ts';
import { apiBaseUrl } from '../settings.ts';
import { plainText } from '../views/plainText.ts';
import { serviceWords } from '../views/serviceWords.ts';
import { timeLeft } from '../views/timeLeft.ts';
import { withCancellableProgress } from './progress.ts';

/** Asks the service whether an access token is still good. @throws AppError */
export async function verifyAccessToken(container: Container): Promise<void> {
  const { origin, host } = apiBaseUrl();
  const typed = await window.showInputBox({
    title: l10n.t('Verify Access Token'),
    prompt: l10n.t('It is sent to {0} only, and not kept.', host),
    password: true,
    ignoreFocusOut: true,
    validateInput: (value) =>
      /^[\x21-\x7e]+$/.test(value.trim()) ? undefined : l10n.t('Paste the token.'),
  });
  if (typed === undefined) return;
  const key = await keyIfThereIsOne(container);
  const checked = await withCancellableProgress(
    l10n.t('Checking the access token'),
    (_say, signal) => verify(container.call, { ...key, origin }, typed.trim(), signal),
  );
  if (!checked.valid) {
    void window.showWarningMessage(
      checked.says === undefined
        ? l10n.t('The access token is not valid; create a new one.')
        : l10n.t(
            'The access token is not valid: “{0}” Create a new one.',
            serviceWords(checked.says),
          ),
    );
    return;
  }
  const facts = [
    checked.maskedKey && l10n.t('made from the key {0}', plainText(checked.maskedKey)),
    checked.expiresAt === undefined ? undefined : timeLeft(checked.expiresAt, Date.now()),
  ].filter((fact) => fact !== undefined && fact !== '');
  void window.showInformationMessage(
    facts.length > 0
      ? l10n.t('The access token is valid: {0}.', facts.join(', '))
      : l10n.t('The access token is valid.'),
  );
}

/** The documentation's second form needs a key; without one the first has to do. */
async function keyIfThereIsOne(container: Container) {
  const account = await container.accounts.current();
  return account && systemOf(account) === 'casParser' && account.kind !== 'accessToken'
    ? container.accounts.credentialOf(account).catch(() => undefined)
    : undefined;
}
