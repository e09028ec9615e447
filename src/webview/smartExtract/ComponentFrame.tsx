import { t } from '../words.ts';

interface Parts {
  readonly url: string;
  readonly fileName: string;
  readonly hasData: boolean;
  /** The component has said nothing for too long. */
  readonly silent: boolean;
  readonly onSave: () => void;
  readonly onOpenInBrowser: () => void;
}

/** The component in its frame, with what can be done about it above. */
export function ComponentFrame({ url, fileName, hasData, silent, onSave, onOpenInBrowser }: Parts) {
  return (
    <>
      <header class="component">
        <h1 class="text">{fileName}</h1>
        <button type="button" class="primary" disabled={!hasData} onClick={onSave}>
          {t('Save JSON')}
        </button>
        <button type="button" onClick={onOpenInBrowser}>
          {t('Open in Browser')}
        </button>
      </header>
      {silent && (
        <p class="notice" role="alert">
          {t(
            'SmartExtract does not answer here: it may not let itself be shown inside another program. Open it in the browser instead.',
          )}
        </p>
      )}
      <iframe
        src={url}
        title="SmartExtract"
        sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-downloads"
        referrerpolicy="no-referrer"
      />
    </>
  );
}
