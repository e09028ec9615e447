import type { Family } from '../../portfolio/family/family.ts';
import { overlapsByThing } from '../../portfolio/family/overlaps.ts';
import { useMoreRows } from '../pieces/useMoreRows.tsx';
import { Section } from '../pieces/Section.tsx';
import { t } from '../words.ts';
import { MissingLine } from './MissingLine.tsx';
import { OverlapRows } from './OverlapRows.tsx';
import { PossibleLine } from './PossibleLine.tsx';

interface OverlapsTabProps {
  readonly family: Family;
}

/** What two statements list: what was left out for it and why, what may be the same, and what a later statement does not list. */
export function OverlapsTab({ family }: OverlapsTabProps) {
  const { overlaps, possibleOverlaps, missingLater } = family;
  const rows = useMoreRows(overlapsByThing(overlaps), 100);
  return (
    <>
      <Section title={t('Listed more than once, counted once')}>
        {overlaps.length === 0 ? (
          <p>{t('No account, folio or policy is in two of these statements.')}</p>
        ) : (
          <table class="overlaps">
            <thead>
              <tr>
                <th scope="col">{t('Listed more than once')}</th>
                <th scope="col">{t('Counts')}</th>
                <th scope="col">{t('Left out')}</th>
                <th scope="col">{t('Why')}</th>
              </tr>
            </thead>
            {rows.shown.map((thing, index) => (
              <OverlapRows key={index} thing={thing} family={family} />
            ))}
          </table>
        )}
        {rows.more}
      </Section>
      {possibleOverlaps.length > 0 && (
        <Section title={t('Perhaps the same, and counted twice')}>
          <ul class="checks">
            {possibleOverlaps.map((possible, index) => (
              <PossibleLine key={index} possible={possible} />
            ))}
          </ul>
        </Section>
      )}
      {missingLater.length > 0 && (
        <Section title={t('Not in the later statement, and still counted')}>
          <ul class="checks">
            {missingLater.map((missing, index) => (
              <MissingLine key={index} missing={missing} family={family} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
