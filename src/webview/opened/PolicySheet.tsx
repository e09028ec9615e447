import type { InsurancePolicy } from '../../portfolio/model.ts';
import { AsFound } from '../confirmed/AsFound.tsx';
import { useUnconfirmed } from '../confirmed/ConfirmationContext.ts';
import { KeptFields } from '../pieces/KeptFields.tsx';
import { Fact, Facts, PersonalFact, TextFact } from '../pieces/Facts.tsx';
import { Rupees } from '../pieces/Figure.tsx';
import { t } from '../words.ts';

/** Everything the statement says about a life insurance policy: cover, not value. */
export function PolicySheet({ policy }: { readonly policy: InsurancePolicy }) {
  const unconfirmed = useUnconfirmed(policy);
  return (
    <div class="sheet">
      <Facts>
        <TextFact name={t('Provider')} text={policy.provider} />
        <PersonalFact
          name={t('Policy number')}
          text={policy.policyNumber}
          unconfirmed={unconfirmed}
          path="policy_number"
        />
        <PersonalFact name={t('Life assured')} text={policy.lifeAssured} />
        <TextFact name={t('Status')} text={policy.status} />
        <Fact name={t('Sum assured')}>
          <AsFound unconfirmed={unconfirmed} names={['sum_assured']}>
            <Rupees value={policy.sumAssured} />
          </AsFound>
        </Fact>
        <Fact name={t('Premium')}>
          <AsFound unconfirmed={unconfirmed} names={['premium_amount']}>
            <Rupees value={policy.premiumAmount} />
          </AsFound>
        </Fact>
        <TextFact name={t('Premium frequency')} text={policy.premiumFrequency} />
      </Facts>
      {policy.rest.length > 0 && <KeptFields fields={policy.rest} />}
    </div>
  );
}
