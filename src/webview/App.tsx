import type { FamilyMessage, ShowMessage } from '../views/messages.ts';
import { DisplayFormatter } from '../portfolio/displayFormatter.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { FamilyView } from './family/FamilyView.tsx';
import { useFamily } from './model/useFamily.ts';
import { usePortfolio } from './model/usePortfolio.ts';
import { PortfolioView } from './PortfolioView.tsx';
import { ShownProvider } from './state/ShownContext.ts';
import { Unreadable } from './Unreadable.tsx';
import { t } from './words.ts';

/** A portfolio whose JSON is text again. */
export type UnpackedShow = ShowMessage & { readonly text: string };

interface AppProps {
  readonly shown: UnpackedShow | FamilyMessage;
  readonly masked: boolean;
}

/** The whole page for one message of the host. */
export function App({ shown, masked }: AppProps) {
  return (
    <ErrorBoundary shown={shown} fallback={<Sorry shown={shown} />}>
      <ShownProvider value={masked ? MASKED : PLAIN}>
        {shown.type === 'family' ? <Together shown={shown} /> : <Content shown={shown} />}
      </ShownProvider>
    </ErrorBoundary>
  );
}

const MASKED = new DisplayFormatter(true);
const PLAIN = new DisplayFormatter(false);

function Sorry({ shown }: Pick<AppProps, 'shown'>) {
  return shown.type === 'family' ? (
    <p class="notice">{t('These portfolios could not be shown together.')}</p>
  ) : (
    <Unreadable message={t('This portfolio could not be shown.')} shown={shown} />
  );
}

function Together({ shown }: { readonly shown: FamilyMessage }) {
  const read = useFamily(shown.statements);
  return read && <FamilyView read={read} before={shown.typed} />;
}

function Content({ shown }: { readonly shown: UnpackedShow }) {
  const read = usePortfolio(shown.text);
  if (read.state === 'reading') return null;
  if (read.state === 'read') {
    return <PortfolioView portfolio={read.portfolio} all={read.all} shown={shown} />;
  }
  const message =
    read.reason === 'not-json'
      ? t('This is not JSON, so there is no portfolio to show.')
      : t('This JSON is not a portfolio: it has none of the parts of one.');
  return <Unreadable message={message} shown={shown} />;
}
