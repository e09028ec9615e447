import type { Security } from '../../portfolio/model.ts';
import type { Position } from '../../portfolio/positions.ts';
import { pricePerUnit } from '../../portfolio/price.ts';
import { KeptFields } from '../pieces/KeptFields.tsx';
import { Day } from '../pieces/Day.tsx';
import { Fact, Facts, OptionalFact, TextFact } from '../pieces/Facts.tsx';
import { PdfPlaceFact } from '../figures/PdfPlaceFact.tsx';
import { Nav, Rupees, Units } from '../pieces/Figure.tsx';
import type { ChangeView } from '../state/useViewState.ts';
import { t } from '../words.ts';
import { LatestTransactions } from './LatestTransactions.tsx';
import { PositionChecks } from './PositionChecks.tsx';

interface SecuritySheetProps {
  readonly position: Position;
  readonly security: Security;
  readonly change: ChangeView;
}

/** Everything the statement says about a holding of a demat account. */
export function SecuritySheet({ position, security, change }: SecuritySheetProps) {
  const price = pricePerUnit(security);
  return (
    <div class="sheet">
      <LatestTransactions position={position} priceName={t('Price')} change={change} />
      <div>
        <Facts>
          <TextFact name={t('ISIN')} text={security.isin} />
          <Fact name={t('Units')}>
            <Units value={security.units} />
          </Fact>
          <Fact name={t('Opening units')}>
            <Units value={security.openUnits} />
          </Fact>
          <Fact name={t('Closing units')}>
            <Units value={security.closeUnits} />
          </Fact>
          <Fact name={t('Value')}>
            <Rupees value={security.value} />
          </Fact>
          {price && (
            <Fact name={t('Price (computed)')}>
              <Nav value={price} />
            </Fact>
          )}
          {security.marketValue && (
            <Fact name={t('Market value per unit')}>
              <Nav value={security.marketValue} />
            </Fact>
          )}
          {security.faceValue && (
            <Fact name={t('Face value')}>
              <Nav value={security.faceValue} />
            </Fact>
          )}
          <OptionalFact name={t('Coupon rate')} text={security.couponRate} />
          {security.maturityDate !== null && (
            <Fact name={t('Matures on')}>
              <Day date={security.maturityDate} />
            </Fact>
          )}
          <PdfPlaceFact item={security} />
        </Facts>
        <PositionChecks position={position} />
      </div>
      {security.rest.length > 0 && <KeptFields fields={security.rest} />}
    </div>
  );
}
