import type { Decimal } from './decimal.ts';
import type { KeptField } from './fields.ts';
import type { TransactionType } from './transactionType.ts';

/**
 * A Consolidated Account Statement as the CAS Parser API answers it (UnifiedResponse), made strict: what the statement does
 * not say is null, lists are never null, numbers are exact. Money is INR, dates are `YYYY-MM-DD` as printed, unchecked.
 */
export interface Portfolio extends WithRest {
  readonly statement: Statement;
  readonly investor: Investor;
  readonly summary: Summary;
  readonly dematAccounts: readonly DematAccount[];
  readonly folios: readonly Folio[];
  readonly policies: readonly InsurancePolicy[];
  readonly npsAccounts: readonly NpsAccount[];
}

interface WithRest {
  /** What the answer held for this object and the model has no field for. */
  readonly rest: readonly KeptField[];
}

export type StatementKind = 'CDSL' | 'NSDL' | 'CAMS_KFINTECH';

export interface Statement {
  readonly kind: StatementKind | null;
  readonly from: string | null;
  readonly to: string | null;
  /** When the answer was made, not the statement: ISO date and time. */
  readonly generatedAt: string | null;
}

export interface Investor {
  readonly name: string | null;
  readonly pan: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly pincode: string | null;
  readonly mobile: string | null;
  /** CDSL and NSDL only. */
  readonly casId: string | null;
}

/** The totals that the answer itself gives. */
export interface Summary {
  readonly totalValue: Decimal | null;
  readonly demat: SummaryLine;
  readonly folios: SummaryLine;
  readonly insurance: SummaryLine;
  readonly nps: SummaryLine;
}

export interface SummaryLine {
  readonly count: Decimal | null;
  readonly value: Decimal | null;
}

export interface Holder extends WithRest {
  readonly name: string | null;
  readonly pan: string | null;
}

export type Depository = 'NSDL' | 'CDSL';

export interface DematAccount extends WithRest {
  readonly depository: Depository | null;
  readonly dpId: string | null;
  readonly dpName: string | null;
  readonly clientId: string | null;
  /** 16 digits, CDSL. */
  readonly boId: string | null;
  readonly value: Decimal | null;
  readonly holders: readonly Holder[];
  readonly securities: readonly Security[];
  readonly status: string | null;
  readonly boStatus: string | null;
  readonly boSubStatus: string | null;
  readonly boType: string | null;
  /** Basic Services Demat Account. */
  readonly bsda: string | null;
  readonly email: string | null;
  readonly nominee: string | null;
  readonly linkedPans: readonly string[];
}

export type SecurityKind = 'shares' | 'bonds' | 'government-securities' | 'aifs' | 'demat-funds';

/** A holding of a demat account. The API gives neither its price nor its cost. */
export interface Security extends WithRest {
  readonly kind: SecurityKind;
  readonly isin: string | null;
  readonly name: string | null;
  readonly units: Decimal | null;
  readonly value: Decimal | null;
  readonly openUnits: Decimal | null;
  readonly closeUnits: Decimal | null;
  readonly couponRate: string | null;
  readonly maturityDate: string | null;
  readonly faceValue: Decimal | null;
  /** Per unit. */
  readonly marketValue: Decimal | null;
  readonly transactions: readonly Transaction[];
}

/** A mutual fund folio, held as a statement of account with the AMC. */
export interface Folio extends WithRest {
  /** Unique for one AMC only. */
  readonly folioNumber: string | null;
  readonly amc: string | null;
  readonly registrar: string | null;
  readonly value: Decimal | null;
  readonly holders: readonly Holder[];
  readonly pan: string | null;
  readonly panKyc: string | null;
  readonly kyc: string | null;
  readonly schemes: readonly Scheme[];
}

export type SchemeType = 'Equity' | 'Debt' | 'Hybrid' | 'Other';

export interface Scheme extends WithRest {
  readonly isin: string | null;
  readonly name: string | null;
  readonly type: SchemeType | null;
  readonly units: Decimal | null;
  readonly nav: Decimal | null;
  /** Market value. */
  readonly value: Decimal | null;
  /** Total invested, not per unit. */
  readonly cost: Decimal | null;
  readonly gain: Decimal | null;
  /** 26.25 is 26.25 %. */
  readonly gainPercent: Decimal | null;
  readonly nominees: readonly string[];
  /** ARN or DIRECT. */
  readonly advisor: string | null;
  readonly rtaCode: string | null;
  readonly amfiCode: string | null;
  readonly isDemat: boolean | null;
  readonly openUnits: Decimal | null;
  readonly closeUnits: Decimal | null;
  readonly transactions: readonly Transaction[];
}

/**
 * A row of a scheme or security. Its fields are read from the answer when they are asked for, each time anew: they are not
 * properties of its own, which a spread would copy, and two readings of a number are equal but not the same object.
 */
export interface Transaction extends WithRest {
  readonly date: string | null;
  readonly description: string | null;
  readonly type: TransactionType;
  /** The type as it came: an alias, or one that is not known yet. */
  readonly printedType: string | null;
  /** As printed; `signedAmount` gives it a sign. */
  readonly amount: Decimal | null;
  /** As printed; `signedUnits` gives them a sign. */
  readonly units: Decimal | null;
  readonly nav: Decimal | null;
  readonly balance: Decimal | null;
  /** INR per unit. */
  readonly dividendRate: Decimal | null;
  readonly credit: Decimal | null;
  readonly debit: Decimal | null;
  readonly orderNumber: string | null;
  readonly price: Decimal | null;
  readonly stampDuty: Decimal | null;
  readonly stt: Decimal | null;
  readonly incomeDistribution: Decimal | null;
  readonly capitalWithdrawal: Decimal | null;
}

export interface InsurancePolicy extends WithRest {
  readonly policyNumber: string | null;
  readonly provider: string | null;
  readonly policyName: string | null;
  readonly lifeAssured: string | null;
  readonly status: string | null;
  readonly sumAssured: Decimal | null;
  readonly premiumAmount: Decimal | null;
  readonly premiumFrequency: string | null;
}

export interface NpsAccount extends WithRest {
  readonly pran: string | null;
  readonly cra: string | null;
  readonly value: Decimal | null;
  readonly holders: readonly Holder[];
  readonly funds: readonly NpsFund[];
}

export interface NpsFund extends WithRest {
  readonly name: string | null;
  /** `1` or `2`. */
  readonly tier: string | null;
  readonly manager: string | null;
  readonly units: Decimal | null;
  readonly nav: Decimal | null;
  readonly value: Decimal | null;
  readonly cost: Decimal | null;
}
