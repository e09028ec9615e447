import type { Family, MissingLater } from '../../portfolio/family/family.ts';
import { Rupees } from '../pieces/Figure.tsx';
import { sentence } from '../words.ts';
import { HoldingName } from './HoldingName.tsx';
import { statementName } from './statementName.ts';

interface MissingLineProps {
  readonly missing: MissingLater;
  readonly family: Family;
}

/** A holding that may have been sold: a later statement, which should list it, does not. */
export function MissingLine({ missing, family }: MissingLineProps) {
  const { position, statement } = missing.holding;
  const later = family.statements[missing.later];
  return (
    <li class="check noted">
      <span class="mark" aria-hidden="true">
        ?
      </span>
      <span>
        <HoldingName position={position} statement={statement} />{' '}
        {sentence(
          '{0} is not in {1}: it may have been sold.',
          <Rupees value={position.value} />,
          later ? statementName(later.statement) : '',
        )}
      </span>
    </li>
  );
}
