import type { Family } from '../../portfolio/family/family.ts';
import { useMoreRows } from '../pieces/useMoreRows.tsx';
import { Section } from '../pieces/Section.tsx';
import { t } from '../words.ts';
import { MissingLine } from './MissingLine.tsx';
import { OverlapRow } from './OverlapRow.tsx';
import { PossibleLine } from './PossibleLine.tsx';

interface OverlapsTabProps {
  readonly family: Family;
}

/** What two statements list: what was left out for it and why, what may be the same, and what a later statement does not list. */
export function OverlapsTab({ family }: OverlapsTabProps) {
  const { overlaps, possibleOverlaps, missingLater } = family;
  const rows = useMoreRows(overlaps, 100);
  return (
    <>
      <Section title={t('Listed twice, counted once')}>
        {overlaps.length === 0 ? (
          <p>{t('No account, folio or policy is in two of these statements.')}</p>
        ) : (
          <table class="overlaps">
            <thead>
              <tr>
                <th scope="col">{t('Listed twice')}</th>
                <th scope="col">{t('Counts')}</th>
                <th scope="col">{t('Left out')}</th>
                <th scope="col">{t('Why')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.shown.map((overlap, index) => (
                <OverlapRow key={index} overlap={overlap} family={family} />
              ))}
            </tbody>
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
