import type { ComponentChild } from 'preact';
import { Decimal } from '../../portfolio/decimal.ts';
import type { FieldValue } from '../../portfolio/compare/comparedFields.ts';
import type { DifferencePlace, FieldDifference } from '../../portfolio/compare/fieldDifferences.ts';
import { LabelledCell } from '../pieces/LabelledCell.tsx';
import { Section } from '../pieces/Section.tsx';
import { Personal, Text } from '../pieces/Text.tsx';
import { useMoreRows } from '../pieces/useMoreRows.tsx';
import { AccountName } from '../table/AccountName.tsx';
import { t } from '../words.ts';

/** Two readings of one statement, as by two engines: every field in which they differ. */
export function FieldTable({ fields }: { readonly fields: readonly FieldDifference[] }) {
  const lines = fields.flatMap(({ place, onlyIn, fields: differing }) =>
    onlyIn === null
      ? differing.map(({ field, earlier, later }) => ({ place, field, earlier, later }))
      : [{ place, field: '', earlier: onlyIn === 'earlier', later: onlyIn === 'later' }],
  );
  const rows = useMoreRows(lines, 100);
  return (
    <Section title={t('The same statement, read twice')}>
      {lines.length === 0 && <p>{t('Both readings agree in every field.')}</p>}
      {lines.length > 0 && (
        <table class="kept">
          <thead>
            <tr>
              <th scope="col">{t('Field')}</th>
              <th scope="col">{t('First reading')}</th>
              <th scope="col">{t('Second reading')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.shown.map(({ place, field, earlier, later }, index) => (
              <tr key={index}>
                <th scope="row">
                  {placeName(place)} {field}
                </th>
                <LabelledCell label={t('First reading')}>
                  <Value value={earlier} />
                </LabelledCell>
                <LabelledCell label={t('Second reading')}>
                  <Value value={later} />
                </LabelledCell>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.more}
    </Section>
  );
}

function placeName(place: DifferencePlace): ComponentChild {
  switch (place.of) {
    case 'statement':
      return t('Statement');
    case 'investor':
      return t('Investor');
    case 'summary':
      return t('Summary');
    case 'account':
      return <AccountName account={place.account.later ?? place.account.earlier} />;
    case 'position':
    case 'transaction':
      return <Text>{(place.position.later ?? place.position.earlier).name ?? ''}</Text>;
  }
}

function Value({ value }: { readonly value: FieldValue }) {
  if (value === null) return <span class="absent">{t('not in this statement')}</span>;
  if (typeof value === 'boolean') return <>{value ? t('yes') : t('no')}</>;
  // Which field it is decides whether it is personal, so all of them are hidden alike.
  const text = value instanceof Decimal ? value.toString() : String(value);
  return <Personal>{text}</Personal>;
}
