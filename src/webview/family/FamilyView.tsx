import { useMemo } from 'preact/hooks';
import type { Typed } from '../../views/messages.ts';
import { AllocationSection } from '../allocation/AllocationSection.tsx';
import { ConfirmationProvider } from '../confirmed/ConfirmationContext.ts';
import { ChecksProvider } from '../checks/ChecksContext.ts';
import { ReturnsProvider } from '../figures/Returns.ts';
import { useReturns } from '../figures/useReturns.ts';
import { filterPositions } from '../filter/filterPositions.ts';
import type { ReadFamily } from '../model/useFamily.ts';
import { MaskedFor } from '../state/MaskedFor.tsx';
import { useTyped } from '../state/useTyped.ts';
import { useViewState } from '../state/useViewState.ts';
import type { Tab } from '../state/viewState.ts';
import { HoldingsTab } from '../table/HoldingsTab.tsx';
import { Tabs } from '../top/Tabs.tsx';
import { TransactionsTab } from '../transactions/TransactionsTab.tsx';
import { t } from '../words.ts';
import { FamilyChecksTab } from './FamilyChecksTab.tsx';
import { FamilyStatementsProvider } from './FamilyContext.ts';
import { FamilyGlance } from './FamilyGlance.tsx';
import { FamilyHeader } from './FamilyHeader.tsx';
import { MembersSection } from './MembersSection.tsx';
import { OverlapNotice } from './OverlapNotice.tsx';
import { OverlapsTab } from './OverlapsTab.tsx';
import { StatementsTab } from './StatementsTab.tsx';
import { familyMarks } from './familyMarks.ts';
import { familyTabs } from './familyTabs.ts';
import { useFamilyChecks } from './useFamilyChecks.ts';

interface FamilyViewProps {
  readonly read: ReadFamily;
  /** What was typed before the page was hidden. */
  readonly before: Typed | undefined;
}

/** Several statements as one portfolio: what two of them list counts once, and is said to. */
export function FamilyView({ read, before }: FamilyViewProps) {
  const { family, counted } = read;
  const all = counted.positions;
  const [view, change] = useViewState();
  const [typed, setTyped] = useTyped(before);
  const query = typed.holdings;
  const returns = useReturns(counted.statements);
  const checks = useFamilyChecks(read);
  const marks = useMemo(() => familyMarks(family.statements), [family]);
  const { filters, showClosed } = view;
  const filtered = useMemo(
    () => filterPositions(all, { filters, query, showClosed }),
    [all, filters, query, showClosed],
  );
  const entries = useMemo(() => familyTabs(read, checks), [read, checks]);
  // What a single statement's page has more of is not here: its state may name such a tab.
  const tab = entries.some((entry) => entry.tab === view.tab) ? view.tab : 'holdings';
  const to = (chosen: Tab) => change({ tab: chosen });
  return (
    <MaskedFor statements={counted.statements}>
      <ReturnsProvider value={returns?.ofSchemes ?? null}>
        <ChecksProvider value={checks?.all ?? null}>
          <ConfirmationProvider value={marks}>
            <FamilyStatementsProvider value={family.statements}>
              <FamilyHeader
                read={read}
                checks={checks?.all ?? null}
                onlyRead={marks?.onlyRead ?? 0}
                onChecks={() => to('checks')}
              />
              <FamilyGlance family={family} all={all} returns={returns} />
              <OverlapNotice family={family} onOverlaps={() => to('overlaps')} />
              <div class="band">
                <AllocationSection all={all} view={view} change={change} />
                <MembersSection family={family} />
              </div>
              <Tabs
                label={t('Parts of the portfolio')}
                entries={entries}
                current={tab}
                onChoose={to}
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
                {tab === 'overlaps' && <OverlapsTab family={family} />}
                {tab === 'checks' && <FamilyChecksTab family={family} checks={checks} />}
                {tab === 'statements' && <StatementsTab read={read} checks={checks} />}
              </Tabs>
            </FamilyStatementsProvider>
          </ConfirmationProvider>
        </ChecksProvider>
      </ReturnsProvider>
    </MaskedFor>
  );
}
