import { gainOfNpsFund } from '../../portfolio/gain.ts';
import type { NpsFund } from '../../portfolio/model.ts';
import { KeptFields } from '../pieces/KeptFields.tsx';
import { PdfPlaceFact } from '../figures/PdfPlaceFact.tsx';
import { Facts, OptionalFact } from '../pieces/Facts.tsx';
import { t } from '../words.ts';
import { FundFacts } from './FundFacts.tsx';
import { tierName } from './tierName.ts';

/** Everything the statement says about a fund of the National Pension System. */
export function NpsFundSheet({ fund }: { readonly fund: NpsFund }) {
  return (
    <div class="sheet">
      <Facts>
        <FundFacts fund={fund} gain={gainOfNpsFund(fund)} cost={fund.cost} />
        <OptionalFact name={t('Tier')} text={tierName(fund.tier)} />
        <OptionalFact name={t('Fund manager')} text={fund.manager} />
        <PdfPlaceFact item={fund} />
      </Facts>
      {fund.rest.length > 0 && <KeptFields fields={fund.rest} />}
    </div>
  );
}
