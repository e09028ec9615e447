import type { KeptField } from '../../portfolio/fields.ts';
import { Section } from '../pieces/Section.tsx';
import { t } from '../words.ts';
import { KeptFields } from '../pieces/KeptFields.tsx';

/** Everything in the answer that has no place elsewhere on the page: nothing is lost. */
export function OtherFields({ fields }: { readonly fields: readonly KeptField[] }) {
  if (fields.length === 0) return null;
  return (
    <Section title={t('Other fields')}>
      <p class="note">{t('In the answer, but not among the fields that this page knows.')}</p>
      <KeptFields fields={fields} />
    </Section>
  );
}
