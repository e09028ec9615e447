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

export function HideButton() {
  const { masked } = useShown();
  return (
    <button
      type="button"
      aria-pressed={masked}
      title={t('Hide amounts, units, names and numbers of accounts (Alt+H)')}
      onClick={() => send({ type: 'toggleMask' })}
    >
      {t('Hide')}
    </button>
  );
}
