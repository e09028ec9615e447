import '../../../media/portfolio.css';
import '../../../media/holdings.css';
import '../../../media/checks.css';
import '../../../media/charts.css';
import { render } from 'preact';
import { DisplayFormatter } from '../../portfolio/displayFormatter.ts';
import type { CompareMessage } from '../../views/compareMessages.ts';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { keepFiles, send } from '../host.ts';
import { ShownProvider } from '../state/ShownContext.ts';
import { setWords, t } from '../words.ts';
import { CompareView } from './CompareView.tsx';

const page = document.getElementById('compare');

window.addEventListener('message', ({ data }: MessageEvent<CompareMessage | undefined>) => {
  if (!page || data?.type !== 'compare') return;
  keepFiles(data.files);
  setWords(data.words);
  const sorry = <p class="notice">{t('These portfolios could not be compared.')}</p>;
  render(
    <ErrorBoundary shown={data} fallback={sorry}>
      <ShownProvider value={new DisplayFormatter(data.masked)}>
        <CompareView portfolios={data.portfolios} />
      </ShownProvider>
    </ErrorBoundary>,
    page,
  );
  page.removeAttribute('aria-busy');
});

send({ type: 'ready' });
