import { useMemo } from 'preact/hooks';
import type { KeptField } from '../../portfolio/fields.ts';
import { jsonLeaves } from '../../portfolio/jsonLeaves.ts';
import { useMoreRows } from './useMoreRows.tsx';
import { Narration, Text } from './Text.tsx';
import { t } from '../words.ts';

/** Fields that this version does not know, as they came, with their path in the JSON. */
export function KeptFields({ fields }: { readonly fields: readonly KeptField[] }) {
  const leaves = useMemo(
    () => fields.flatMap(({ path, value }) => jsonLeaves(path, value)),
    [fields],
  );
  const rows = useMoreRows(leaves, 200);
  return (
    <>
      <table class="kept">
        <thead>
          <tr>
            <th scope="col">{t('Field')}</th>
            <th scope="col">{t('Value as it came')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.shown.map(({ path, text }, index) => (
            <tr key={index}>
              <th scope="row">
                <Text>{path}</Text>
              </th>
              <td>
                <Narration>{text}</Narration>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.more}
    </>
  );
}
