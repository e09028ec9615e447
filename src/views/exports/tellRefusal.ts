import { l10n, window } from 'vscode';
import type { ExportResult } from './exportJob.ts';

type Refusal = Exclude<ExportResult, { ok: true }>;

/** Says why nothing was written. */
export function tellRefusal(refusal: Refusal): void {
  void window.showErrorMessage(refusalText(refusal));
}

function refusalText(refusal: Refusal): string {
  switch (refusal.reason) {
    case 'changed':
      return l10n.t('The portfolio has changed in the meantime; look at it again, then export.');
    case 'unreadable':
      return l10n.t('This is no portfolio that can be read; only its JSON can be exported.');
    case 'nothing-sold':
    case 'which-year':
      return l10n.t(
        'This statement tells of nothing sold that belongs in Schedule 112A, so nothing was written.',
      );
    case 'form-not-published':
      return l10n.t(
        'Sales since 1 April 2026 fall under the Income-tax Act, 2025, whose return forms are not published yet, so no schedule was written.',
      );
    case 'incomplete':
      return l10n.t(
        'Schedule 112A would be incomplete and was not written ({0}). The tab Realised gains names what is missing.',
        [
          ...(refusal.needNav > 0
            ? [l10n.t('sales that need the NAV of 31 January 2018: {0}', refusal.needNav)]
            : []),
          ...(refusal.others > 0
            ? [l10n.t('sales without their whole history: {0}', refusal.others)]
            : []),
        ].join('; '),
      );
  }
}
