import { Personal, Text } from '../pieces/Text.tsx';
import type { DimensionLabel } from './dimensions.ts';

/** The value of a dimension, with what is personal in it hidden when the page is masked. */
export function DimensionName({ label }: { readonly label: DimensionLabel }) {
  const { text, personal, number } = label;
  return (
    <>
      {personal ? <Personal>{text}</Personal> : <Text>{text}</Text>}
      {number !== null && (
        <span class="code">
          {' '}
          <Personal>{number}</Personal>
        </span>
      )}
    </>
  );
}
