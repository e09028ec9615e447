import { l10n } from 'vscode';
import type { Step } from '../statements/steps.ts';

/** What is being done about a statement, for the person who waits. */
export function stepText(step: Step, host: string): string {
  switch (step.at) {
    case 'otherWindow':
      return l10n.t('another window is parsing the same PDF');
    case 'lookingUp':
      return l10n.t(
        'looking up whether it was charged, until {0} at the longest',
        time(step.until),
      );
    case 'asking':
      return l10n.t('needs its password');
    case 'sending':
      return l10n.t('sent to {0}, one credit when it succeeds', host);
    case 'pausing':
      return l10n.t('waiting for the service until {0}', time(step.until));
  }
}

function time(at: number): string {
  return new Date(at).toLocaleTimeString();
}
