import { type Uri, l10n } from 'vscode';
import type { Container } from '../container.ts';
import type { Way } from './chooseSignIn.ts';
import { readStatementsHere } from './parsePdfLocally.ts';

/** What is offered beside signing in: to read the statements on this computer, without an account. */
export function readHereInstead(container: Container, pdfs: readonly Uri[]): Way {
  return {
    label: l10n.t('{0} Parse on This Computer', '$(device-desktop)'),
    detail: l10n.t('Nothing is uploaded, no account and no credit is needed'),
    go: () => readStatementsHere(container, pdfs).then(() => false),
  };
}
