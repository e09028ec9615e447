import type { Check, Outcome } from '../../portfolio/checks/check.ts';
import { useShown } from '../state/ShownContext.ts';
import { t } from '../words.ts';
import { checkText } from './checkTexts.tsx';
import { REASONS } from './reasons.ts';

interface CheckLineProps {
  readonly check: Check;
}

const MARKS: Readonly<Record<Outcome, string>> = {
  agrees: '✓',
  differs: '!',
  noted: 'i',
  'not-in-statement': '–',
};

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  agrees: 'agrees',
  differs: 'differs',
  noted: 'noted',
  'not-in-statement': 'cannot be checked',
};

/** One check in a sentence, with its figures; what is checked stands above it. */
export function CheckLine({ check }: CheckLineProps) {
  const shown = useShown();
  const { outcome, because } = check;
  const missing = outcome === 'not-in-statement';
  return (
    <li class={`check ${outcome}`}>
      <span class="mark" aria-hidden="true">
        {MARKS[outcome]}
      </span>
      <span class="unseen">{t(OUTCOMES[outcome])}: </span>
      <span>
        {missing ? t(NAMES[check.kind]) : checkText(check, shown)}
        {because !== null && (
          <span class="because">{`${missing ? ': ' : ' – '}${t(REASONS[because])}`}</span>
        )}
      </span>
    </li>
  );
}

/** What is checked, for those that cannot be. */
const NAMES: Readonly<Record<Check['kind'], string>> = {
  total: 'Total and its parts',
  count: 'Count in the summary',
  units: 'Opening units and transactions',
  'running-balance': 'Running balance',
  'last-balance': 'Last balance',
  'closing-units': 'Closing units',
  value: 'Units × NAV',
  gain: 'Gain',
  'gain-percent': 'Gain in percent',
  dates: 'Dates of transactions',
  period: 'Period',
  holder: 'Holder',
  once: 'Listed once',
  uncounted: 'Not counted',
};
