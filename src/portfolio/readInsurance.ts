import type { Fields } from './fields.ts';
import type { InsurancePolicy } from './model.ts';

/** One entry of `insurance.life_insurance_policies`. Its `additional_info` is free form, so it is all rest. */
export function readPolicy(policy: Fields): InsurancePolicy {
  policy.section('additional_info');
  return {
    policyNumber: policy.text('policy_number'),
    provider: policy.text('provider'),
    policyName: policy.text('policy_name'),
    lifeAssured: policy.text('life_assured'),
    status: policy.text('status'),
    sumAssured: policy.decimal('sum_assured'),
    premiumAmount: policy.decimal('premium_amount'),
    premiumFrequency: policy.text('premium_frequency'),
    rest: policy.rest(),
  };
}
