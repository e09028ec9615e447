import type { HoldingGain } from '../../portfolio/gain.ts';
import type { NpsFund, Scheme } from '../../portfolio/model.ts';
import { Fact } from '../pieces/Facts.tsx';
import { Gain, Nav, Rupees, Units } from '../pieces/Figure.tsx';
import { t } from '../words.ts';

interface FundFactsProps {
  readonly fund: Scheme | NpsFund;
  readonly gain: HoldingGain;
}

/** The figures of a scheme or NPS fund, those included that a narrow page leaves out of its columns. */
export function FundFacts({ fund, gain }: FundFactsProps) {
  return (
    <>
      <Fact name={t('Units')}>
        <Units value={fund.units} />
      </Fact>
      <Fact name={t('NAV')}>
        <Nav value={fund.nav} />
      </Fact>
      <Fact name={t('Value')}>
        <Rupees value={fund.value} />
      </Fact>
      <Fact name={t('Cost')}>
        <Rupees value={fund.cost} />
      </Fact>
      <Fact name={gain.computed ? t('Gain (computed)') : t('Gain')}>
        <Gain of="rupees" value={gain.rupees} />
      </Fact>
      <Fact name={gain.computed ? t('Gain % (computed)') : t('Gain %')}>
        <Gain of="percent" value={gain.percent} />
      </Fact>
    </>
  );
}
