import type { Decimal } from '../decimal.ts';
import type {
  DematAccount,
  Folio,
  InsurancePolicy,
  Investor,
  NpsAccount,
  NpsFund,
  Scheme,
  Security,
  Statement,
  Summary,
  Transaction,
} from '../model.ts';

/** What a field of the model may hold. */
export type FieldValue = Decimal | string | boolean | readonly string[] | null;

/** Every field of a part of the model that holds a value itself. A record, so that a new field cannot be forgotten. */
type FieldsOf<Part> = Readonly<Record<keyof Part, true>>;

type Lists = 'rest' | 'holders' | 'securities' | 'schemes' | 'funds' | 'transactions';

// When the answer was made says nothing about the statement.
export const STATEMENT: FieldsOf<Omit<Statement, 'generatedAt'>> = {
  kind: true,
  from: true,
  to: true,
};

export const INVESTOR: FieldsOf<Investor> = {
  name: true,
  pan: true,
  email: true,
  address: true,
  pincode: true,
  mobile: true,
  casId: true,
};

/** The summary's lines, each figure by its path. */
export const SUMMARY = {
  totalValue: (summary: Summary) => summary.totalValue,
  'demat.count': (summary: Summary) => summary.demat.count,
  'demat.value': (summary: Summary) => summary.demat.value,
  'folios.count': (summary: Summary) => summary.folios.count,
  'folios.value': (summary: Summary) => summary.folios.value,
  'insurance.count': (summary: Summary) => summary.insurance.count,
  'insurance.value': (summary: Summary) => summary.insurance.value,
  'nps.count': (summary: Summary) => summary.nps.count,
  'nps.value': (summary: Summary) => summary.nps.value,
} as const;

export const DEMAT: FieldsOf<Omit<DematAccount, Lists>> = {
  depository: true,
  dpId: true,
  dpName: true,
  clientId: true,
  boId: true,
  value: true,
  status: true,
  boStatus: true,
  boSubStatus: true,
  boType: true,
  bsda: true,
  email: true,
  nominee: true,
  linkedPans: true,
};

export const FOLIO: FieldsOf<Omit<Folio, Lists>> = {
  folioNumber: true,
  amc: true,
  registrar: true,
  value: true,
  pan: true,
  panKyc: true,
  kyc: true,
};

export const NPS: FieldsOf<Omit<NpsAccount, Lists>> = { pran: true, cra: true, value: true };

export const SECURITY: FieldsOf<Omit<Security, Lists>> = {
  kind: true,
  isin: true,
  name: true,
  units: true,
  value: true,
  openUnits: true,
  closeUnits: true,
  couponRate: true,
  maturityDate: true,
  faceValue: true,
  marketValue: true,
};

export const SCHEME: FieldsOf<Omit<Scheme, Lists>> = {
  isin: true,
  name: true,
  type: true,
  units: true,
  nav: true,
  value: true,
  cost: true,
  gain: true,
  gainPercent: true,
  nominees: true,
  advisor: true,
  rtaCode: true,
  amfiCode: true,
  isDemat: true,
  openUnits: true,
  closeUnits: true,
};

export const NPS_FUND: FieldsOf<Omit<NpsFund, Lists>> = {
  name: true,
  tier: true,
  manager: true,
  units: true,
  nav: true,
  value: true,
  cost: true,
};

export const POLICY: FieldsOf<Omit<InsurancePolicy, Lists>> = {
  policyNumber: true,
  provider: true,
  policyName: true,
  lifeAssured: true,
  status: true,
  sumAssured: true,
  premiumAmount: true,
  premiumFrequency: true,
};

// `type` says what `printedType` says, whichever name an engine has for it.
export const TRANSACTION: FieldsOf<Omit<Transaction, Lists | 'printedType'>> = {
  date: true,
  description: true,
  type: true,
  amount: true,
  units: true,
  nav: true,
  balance: true,
  dividendRate: true,
  credit: true,
  debit: true,
  orderNumber: true,
  price: true,
  stampDuty: true,
  stt: true,
  incomeDistribution: true,
  capitalWithdrawal: true,
};
