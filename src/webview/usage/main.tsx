import '../../../media/portfolio.css';
import '../../../media/usage.css';
import { render } from 'preact';
import type { ShowUsageMessage } from '../../views/usageMessages.ts';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { setWords, t } from '../words.ts';
import { UsageView } from './UsageView.tsx';
import { send } from './host.ts';

const page = document.getElementById('usage');

window.addEventListener('message', ({ data }: MessageEvent<ShowUsageMessage | undefined>) => {
  if (!page || data?.type !== 'show') return;
  setWords(data.words);
  const sorry = <p class="notice">{t('The usage could not be shown.')}</p>;
  render(
    <ErrorBoundary shown={data} fallback={sorry}>
      <UsageView shown={data} />
    </ErrorBoundary>,
    page,
  );
  page.removeAttribute('aria-busy');
});

send({ type: 'ready' });
