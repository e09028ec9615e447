import { useState } from 'preact/hooks';
import type { Outcome } from '../../portfolio/checks/check.ts';
import { counted } from '../words.ts';
import { CheckLine } from './CheckLine.tsx';
import type { CheckGroup } from './groupChecks.ts';
import { subjectName } from './subjectName.tsx';

/** All checks of one thing below its name; folded where all agree. */
export function CheckGroupLines({ group: { subject, checks } }: { readonly group: CheckGroup }) {
  const [isOpen, setOpen] = useState(checks.some(({ outcome }) => outcome !== 'agrees'));
  const having = (outcome: Outcome) => checks.filter((check) => check.outcome === outcome).length;
  const differing = having('differs');
  const agreeing = having('agrees');
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h3>{subjectName(subject)}</h3>
        {differing > 0 && (
          <span class="check differs">
            <span class="mark" aria-hidden="true">
              !
            </span>
            {counted(differing, '1 differs', '{0} differ')}
          </span>
        )}
        {agreeing > 0 && (
          <span class="check agrees">
            <span class="mark" aria-hidden="true">
              ✓
            </span>
            {counted(agreeing, '1 agrees', '{0} agree')}
          </span>
        )}
      </summary>
      {isOpen && (
        <ul class="checks">
          {checks.map((check, index) => (
            <CheckLine key={index} check={check} />
          ))}
        </ul>
      )}
    </details>
  );
}
