import type { Decimal } from '../../portfolio/decimal.ts';
import type { HoldingGain } from '../../portfolio/gain.ts';
import type { NpsFund, Scheme } from '../../portfolio/model.ts';
import { AsFound } from '../confirmed/AsFound.tsx';
import { useUnconfirmed } from '../confirmed/ConfirmationContext.ts';
import { Fact } from '../pieces/Facts.tsx';
import { Gain, Nav, Rupees, Units } from '../pieces/Figure.tsx';
import { t } from '../words.ts';

interface FundFactsProps {
  readonly fund: Scheme | NpsFund;
  readonly gain: HoldingGain;
  /** INR: as printed, or value less gain. */
  readonly cost: Decimal | null;
}

/** The figures of a scheme or NPS fund, those included that a narrow page leaves out of its columns. */
export function FundFacts({ fund, gain, cost }: FundFactsProps) {
  const unconfirmed = useUnconfirmed(fund);
  const costIsComputed = fund.cost === null && cost !== null;
  return (
    <>
      <Fact name={t('Units')}>
        <AsFound unconfirmed={unconfirmed} names={['units']}>
          <Units value={fund.units} />
        </AsFound>
      </Fact>
      <Fact name={t('NAV')}>
        <AsFound unconfirmed={unconfirmed} names={['nav']}>
          <Nav value={fund.nav} />
        </AsFound>
      </Fact>
      <Fact name={t('Value')}>
        <AsFound unconfirmed={unconfirmed} names={['value']}>
          <Rupees value={fund.value} />
        </AsFound>
      </Fact>
      <Fact name={costIsComputed ? t('Cost (computed)') : t('Cost')}>
        <AsFound
          unconfirmed={unconfirmed}
          names={costIsComputed ? ['value', 'gain/absolute'] : ['cost']}
        >
          <Rupees value={cost} />
        </AsFound>
      </Fact>
      <Fact name={gain.computed ? t('Gain (computed)') : t('Gain')}>
        <AsFound
          unconfirmed={unconfirmed}
          names={gain.computed ? ['cost', 'value'] : ['gain/absolute']}
        >
          <Gain of="rupees" value={gain.rupees} />
        </AsFound>
      </Fact>
      <Fact name={gain.computed ? t('Gain % (computed)') : t('Gain %')}>
        <AsFound
          unconfirmed={unconfirmed}
          names={gain.computed ? ['cost', 'value'] : ['gain/percentage']}
        >
          <Gain of="percent" value={gain.percent} />
        </AsFound>
      </Fact>
    </>
  );
}
