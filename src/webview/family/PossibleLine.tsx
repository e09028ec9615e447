import type { PossibleOverlap, Resemblance } from '../../portfolio/family/family.ts';
import { Rupees, Units } from '../pieces/Figure.tsx';
import { HoldingName } from './HoldingName.tsx';
import { t } from '../words.ts';

const BECAUSE: Readonly<Record<Resemblance, string>> = {
  'amc-differs': 'The same folio number and ISIN, but the AMC is called differently:',
  'folio-suffix-differs': 'The same folio number and ISIN, but another check digit:',
  'isin-missing': 'The same folio and as many units, but one has no ISIN and another name:',
  'held-in-demat': 'As many units of the same ISIN in a folio and in a demat account:',
};

/** Holdings of different statements that look the same: nothing is taken off for them. */
export function PossibleLine({ possible }: { readonly possible: PossibleOverlap }) {
  return (
    <li class="check noted">
      <span class="mark" aria-hidden="true">
        ?
      </span>
      <div>
        {t(BECAUSE[possible.because])}
        <ul class="sides">
          {possible.holdings.map(({ position, statement }, index) => (
            <li key={index}>
              <HoldingName position={position} statement={statement} />{' '}
              <Units value={position.units} />, <Rupees value={position.value} />
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
