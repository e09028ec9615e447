import type { ComponentChildren } from 'preact';
import type { Tab } from '../state/viewState.ts';

export interface TabEntry {
  readonly tab: Tab;
  readonly name: string;
  /** How much is behind it. */
  readonly note?: string;
}

interface TabsProps {
  readonly entries: readonly TabEntry[];
  readonly current: Tab;
  readonly onChoose: (tab: Tab) => void;
  readonly label: string;
  readonly children: ComponentChildren;
}

/** The parts of the page below the answer, one at a time; arrow keys go from one to the next. */
export function Tabs({ entries, current, onChoose, label, children }: TabsProps) {
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = entries.findIndex(({ tab }) => tab === current);
    const next = entries[(at + step + entries.length) % entries.length];
    if (!next) return;
    onChoose(next.tab);
    document.getElementById(`tab-${next.tab}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
        {entries.map(({ tab, name, note }) => (
          <button
            key={tab}
            id={`tab-${tab}`}
            type="button"
            role="tab"
            aria-selected={tab === current}
            aria-controls="tab-panel"
            tabIndex={tab === current ? 0 : -1}
            onClick={() => onChoose(tab)}
          >
            {name}
            {note !== undefined && <span class="tab-note">{note}</span>}
          </button>
        ))}
      </div>
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${current}`}>
        {children}
      </div>
    </>
  );
}
