import type { InsurancePolicy } from '../../portfolio/model.ts';
import { KeptFields } from '../pieces/KeptFields.tsx';
import { Fact, Facts, PersonalFact, TextFact } from '../pieces/Facts.tsx';
import { Rupees } from '../pieces/Figure.tsx';
import { t } from '../words.ts';

/** Everything the statement says about a life insurance policy: cover, not value. */
export function PolicySheet({ policy }: { readonly policy: InsurancePolicy }) {
  return (
    <div class="sheet">
      <Facts>
        <TextFact name={t('Provider')} text={policy.provider} />
        <PersonalFact name={t('Policy number')} text={policy.policyNumber} />
        <PersonalFact name={t('Life assured')} text={policy.lifeAssured} />
        <TextFact name={t('Status')} text={policy.status} />
        <Fact name={t('Sum assured')}>
          <Rupees value={policy.sumAssured} />
        </Fact>
        <Fact name={t('Premium')}>
          <Rupees value={policy.premiumAmount} />
        </Fact>
        <TextFact name={t('Premium frequency')} text={policy.premiumFrequency} />
      </Facts>
      {policy.rest.length > 0 && <KeptFields fields={policy.rest} />}
    </div>
  );
}
