import { type Uri, l10n } from 'vscode';
import type { Rooms } from '../rooms.ts';
import type { Way } from './chooseSignIn.ts';
import { readStatementsHere } from './parsePdfLocally.ts';

/** What is offered beside signing in: to read the statements on this computer, without an account. */
export function readHereInstead(rooms: Rooms, pdfs: readonly Uri[]): Way {
  return {
    label: l10n.t('{0} Parse on This Computer', '$(device-desktop)'),
    detail: l10n.t('Nothing is uploaded, no account and no credit is needed'),
    go: () => readStatementsHere(rooms, pdfs).then(() => false),
  };
}
