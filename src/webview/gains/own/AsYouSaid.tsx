import { t } from '../../words.ts';

interface AsYouSaidProps {
  /** What, in the editor's language. */
  readonly of: string;
  readonly onTakeBack: () => void;
}

/** Marks what its owner said, and takes it back. */
export function AsYouSaid({ of, onTakeBack }: AsYouSaidProps) {
  return (
    <span class="as-you-said">
      {t('as you said')}{' '}
      <button type="button" class="link" aria-label={t('Take back: {0}', of)} onClick={onTakeBack}>
        {t('Take Back')}
      </button>
    </span>
  );
}
