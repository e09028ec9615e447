import type { UsageFigures } from '../../views/usageMessages.ts';
import { t } from '../words.ts';
import { momentText } from './zone.ts';

interface ProblemProps {
  readonly sentence: string;
  readonly figures: UsageFigures | undefined;
  readonly onTryAgain: () => void;
}

/** Why the last attempt failed, and whose figures are still on the page. */
export function Problem({ sentence, figures, onTryAgain }: ProblemProps) {
  return (
    <div class="notice failed" role="alert">
      <p>{sentence}</p>
      {figures && (
        <p>{t('The figures below are still those of {0}.', momentText(figures.askedAt))}</p>
      )}
      <button type="button" class="primary" onClick={onTryAgain}>
        {t('Try Again')}
      </button>
    </div>
  );
}
