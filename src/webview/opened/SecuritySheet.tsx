import type { Security } from '../../portfolio/model.ts';
import type { Position } from '../../portfolio/positions.ts';
import { pricePerUnit } from '../../portfolio/price.ts';
import { AsFound } from '../confirmed/AsFound.tsx';
import { useUnconfirmed } from '../confirmed/ConfirmationContext.ts';
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
  const unconfirmed = useUnconfirmed(security);
  return (
    <div class="sheet">
      <LatestTransactions position={position} priceName={t('Price')} change={change} />
      <div>
        <Facts>
          <TextFact name={t('ISIN')} text={security.isin} unconfirmed={unconfirmed} path="isin" />
          <Fact name={t('Units')}>
            <AsFound unconfirmed={unconfirmed} names={['units']}>
              <Units value={security.units} />
            </AsFound>
          </Fact>
          <Fact name={t('Opening units')}>
            <AsFound unconfirmed={unconfirmed} names={['additional_info/open_units']}>
              <Units value={security.openUnits} />
            </AsFound>
          </Fact>
          <Fact name={t('Closing units')}>
            <AsFound unconfirmed={unconfirmed} names={['additional_info/close_units']}>
              <Units value={security.closeUnits} />
            </AsFound>
          </Fact>
          <Fact name={t('Value')}>
            <AsFound unconfirmed={unconfirmed} names={['value']}>
              <Rupees value={security.value} />
            </AsFound>
          </Fact>
          {price && (
            <Fact name={t('Price (computed)')}>
              <AsFound unconfirmed={unconfirmed} names={['value', 'units']}>
                <Nav value={price} />
              </AsFound>
            </Fact>
          )}
          {security.marketValue && (
            <Fact name={t('Market value per unit')}>
              <AsFound unconfirmed={unconfirmed} names={['additional_info/market_value']}>
                <Nav value={security.marketValue} />
              </AsFound>
            </Fact>
          )}
          {security.faceValue && (
            <Fact name={t('Face value')}>
              <AsFound unconfirmed={unconfirmed} names={['additional_info/face_value']}>
                <Nav value={security.faceValue} />
              </AsFound>
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
