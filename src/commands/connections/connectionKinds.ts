import { l10n } from 'vscode';
import type { Container } from '../../container.ts';
import { chooseSignIn } from '../chooseSignIn.ts';
import { addAsk } from '../ask/addAsk.ts';
import { addSmartExtract } from '../smartExtract/addSmartExtract.ts';
import { addGateway } from '../gateway/addGateway.ts';

/** A system that can be signed in to. A further one is one more of these. */
export interface ConnectionKind {
  readonly label: string;
  readonly detail: string;
  /**
   * Asks for what it takes, signs in, and keeps it.
   * @returns whether it is there afterwards
   * @throws AppError
   */
  readonly add: (container: Container) => Promise<boolean>;
}

/** In the order in which they are offered. */
export function connectionKinds(): readonly ConnectionKind[] {
  return [
    {
      label: l10n.t('{0} CAS Parser', '$(credit-card)'),
      detail: l10n.t('An account of your own, or the sandbox'),
      add: chooseSignIn,
    },
    {
      label: l10n.t('{0} Team Gateway', '$(organization)'),
      detail: l10n.t('Parse through your team’s own server, which holds the CAS Parser key'),
      add: addGateway,
    },
    {
      label: l10n.t('{0} Ask Service', '$(comment-discussion)'),
      detail: l10n.t(
        'Ask about a portfolio: its figures, without names, go to a chat service of your choice',
      ),
      add: (container) => addAsk(container),
    },
    {
      label: l10n.t('{0} SmartExtract', '$(table)'),
      detail: l10n.t('Open rent rolls and operating statements in Clik.ai SmartExtract'),
      add: addSmartExtract,
    },
  ];
}
