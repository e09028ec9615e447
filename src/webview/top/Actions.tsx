import { send } from '../host.ts';
import { useShown } from '../state/ShownContext.ts';
import { t } from '../words.ts';

/** What can be done with the portfolio as a whole. */
export function Actions({ saved }: { readonly saved: boolean }) {
  return (
    <div class="actions">
      {!saved && (
        <button type="button" class="primary" onClick={() => send({ type: 'save' })}>
          {t('Save')}
        </button>
      )}
      <HideButton />
      <button type="button" onClick={() => send({ type: 'showJson' })}>
        {t('Show JSON')}
      </button>
    </div>
  );
}

/** Hides what says who or how much, and shows it again. */
export function HideButton() {
  const { masked } = useShown();
  return (
    <button
      type="button"
      title={
        masked
          ? t('Show amounts, units, names and numbers of accounts (Alt+H)')
          : t('Hide amounts, units, names and numbers of accounts (Alt+H)')
      }
      onClick={() => send({ type: 'toggleMask' })}
    >
      {masked ? t('Show') : t('Hide')}
    </button>
  );
}
