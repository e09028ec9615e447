import { l10n } from 'vscode';
import { type Tellers, say } from './telling.ts';

/** The end of a request by the person, or by a bug of ours. */
export const endedEarly = {
  cancelled: ({ facts, file, parsing }) =>
    facts.mayBeBilled === false || !parsing
      ? say(l10n.t('Cancelled; nothing was charged.'))
      : say(
          l10n.t(
            'Cancelled after {0} had been sent, so a credit may have been charged; look at your credits.',
            file,
          ),
          'refreshCredits',
        ),
  unexpected: ({ file }) =>
    say(
      l10n.t('CAS Parser met an unexpected error with {0}; the log has more.', file),
      'tryAgain',
      'showLog',
    ),
} satisfies Tellers;
