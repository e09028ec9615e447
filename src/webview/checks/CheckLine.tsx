import type { Check, Outcome } from '../../portfolio/checks/check.ts';
import { useShown } from '../state/ShownContext.ts';
import { t } from '../words.ts';
import { checkText } from './checkTexts.tsx';
import { REASONS } from './reasons.ts';
import { subjectName } from './subjectName.tsx';

interface CheckLineProps {
  readonly check: Check;
  /** Says what is checked; left out where that is plain to see. */
  readonly named?: boolean;
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

/** One check in a sentence, with its figures. */
export function CheckLine({ check, named }: CheckLineProps) {
  const shown = useShown();
  const { outcome, because, subject } = check;
  const missing = outcome === 'not-in-statement';
  return (
    <li class={`check ${outcome}`}>
      <span class="mark" aria-hidden="true">
        {MARKS[outcome]}
      </span>
      <span class="unseen">{t(OUTCOMES[outcome])}: </span>
      <span>
        {named && <span class="subject">{subjectName(subject)}: </span>}
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
};
