import { useMemo } from 'preact/hooks';
import type { Portfolio } from '../portfolio/model.ts';
import { confirmationOf } from '../portfolio/confirmation.ts';
import { pdfPlaces } from '../portfolio/pdfPlaces.ts';
import type { Position } from '../portfolio/positions.ts';
import type { ShowMessage } from '../views/messages.ts';
import { AllocationSection } from './allocation/AllocationSection.tsx';
import { AskSection } from './ask/AskSection.tsx';
import { ChecksTab } from './checks/ChecksTab.tsx';
import { ConfirmationProvider } from './confirmed/ConfirmationContext.ts';
import { useChecks } from './checks/useChecks.ts';
import { ChecksProvider } from './checks/ChecksContext.ts';
import { MoneySection } from './charts/MoneySection.tsx';
import { PdfPlacesProvider } from './figures/PdfPlaceFact.tsx';
import { ReturnsProvider } from './figures/Returns.ts';
import { useReturns } from './figures/useReturns.ts';
import { filterPositions } from './filter/filterPositions.ts';
import { GainsTab } from './gains/GainsTab.tsx';
import { HoldingsTab } from './table/HoldingsTab.tsx';
import { MaskedFor } from './state/MaskedFor.tsx';
import { useTyped } from './state/useTyped.ts';
import { useViewState } from './state/useViewState.ts';
import { StatementTab } from './statement/StatementTab.tsx';
import { Glance } from './top/Glance.tsx';
import { Header } from './top/Header.tsx';
import { Tabs } from './top/Tabs.tsx';
import { tabEntries } from './top/tabEntries.ts';
import { TransactionsTab } from './transactions/TransactionsTab.tsx';
import { t } from './words.ts';

interface PortfolioViewProps {
  readonly portfolio: Portfolio;
  readonly all: readonly Position[];
  readonly shown: ShowMessage;
}

/** The portfolio: the answer first, then where it is and how it moved, then everything. */
export function PortfolioView({ portfolio, all, shown }: PortfolioViewProps) {
  const [view, change] = useViewState();
  const [typed, setTyped] = useTyped(shown.typed);
  const query = typed.holdings;
  const statements = useMemo(() => [portfolio], [portfolio]);
  const returns = useReturns(statements);
  const checks = useChecks(portfolio, all);
  const places = useMemo(() => pdfPlaces(portfolio), [portfolio]);
  const confirmation = useMemo(() => confirmationOf(portfolio), [portfolio]);
  const { tab, filters, showClosed } = view;
  const filtered = useMemo(
    () => filterPositions(all, { filters, query, showClosed }),
    [all, filters, query, showClosed],
  );
  const entries = useMemo(() => tabEntries(all, checks), [all, checks, shown]);
  // The same element again is not rendered again: typing a filter leaves the upper part of the page alone.
  const upper = useMemo(
    () => (
      <>
        <Header
          portfolio={portfolio}
          checks={checks}
          confirmation={confirmation}
          shown={shown}
          onChecks={() => change({ tab: 'checks' })}
        />
        <Glance portfolio={portfolio} all={all} returns={returns} />
        <div class="band">
          <AllocationSection all={all} view={view} change={change} />
          <MoneySection portfolio={portfolio} returns={returns} />
        </div>
        <AskSection />
      </>
    ),
    [portfolio, all, shown, returns, checks, confirmation, view.allocateBy, filters, change],
  );
  return (
    <MaskedFor statements={statements}>
      <ReturnsProvider value={returns?.ofSchemes ?? null}>
        <PdfPlacesProvider value={places}>
          <ConfirmationProvider value={confirmation}>
            <ChecksProvider value={checks}>
              {upper}
              <Tabs
                label={t('Parts of the portfolio')}
                entries={entries}
                current={tab}
                onChoose={(chosen) => change({ tab: chosen })}
              >
                {tab === 'holdings' && (
                  <HoldingsTab
                    all={all}
                    filtered={filtered}
                    query={query}
                    onQuery={(holdings) => setTyped({ holdings })}
                    view={view}
                    change={change}
                  />
                )}
                {tab === 'transactions' && (
                  <TransactionsTab
                    positions={filtered.matching}
                    all={all}
                    text={typed.transactions}
                    onText={(transactions) => setTyped({ transactions })}
                    view={view}
                    change={change}
                  />
                )}
                {tab === 'gains' && <GainsTab portfolio={portfolio} own={shown.facts} />}
                {tab === 'checks' && <ChecksTab portfolio={portfolio} checks={checks} />}
                {tab === 'statement' && <StatementTab portfolio={portfolio} shown={shown} />}
              </Tabs>
            </ChecksProvider>
          </ConfirmationProvider>
        </PdfPlacesProvider>
      </ReturnsProvider>
    </MaskedFor>
  );
}
