import type { Decimal } from '../portfolio/decimal.ts';
import type { TransactionType } from '../portfolio/transactionType.ts';
import type { Place } from './layout/line.ts';
import type { Period } from './text/dates.ts';

/** A number with the place it was read at. Money is INR; `value` has the decimals that were printed. */
export interface Printed extends Place {
  readonly value: Decimal;
}

/** What a grammar reads from a statement, before it takes the shape of the service's answer. Absent is null, never zero. */
export interface Statement {
  readonly kind: StatementKind;
  readonly period: Period | null;
  readonly investor: PrintedInvestor;
  readonly folios: PrintedFolio[];
  readonly accounts: PrintedAccount[];
  readonly pensions: PrintedPension[];
  readonly policies: PrintedPolicy[];
}

export type StatementKind =
  'cams-detailed' | 'kfintech-detailed' | 'cams-summary' | 'kfintech-summary' | 'nsdl' | 'cdsl';

export interface PrintedInvestor {
  name: string | null;
  pan: string | null;
  email: string | null;
  mobile: string | null;
  pincode: string | null;
  casId: string | null;
  address: string[];
}

export interface PrintedHolder {
  readonly name: string | null;
  readonly pan: string | null;
}

export interface PrintedFolio {
  readonly place: Place;
  readonly number: string;
  amc: string | null;
  readonly pan: string | null;
  readonly kyc: string | null;
  readonly panKyc: string | null;
  readonly holders: PrintedHolder[];
  readonly schemes: PrintedScheme[];
}

export interface PrintedScheme {
  readonly place: Place;
  name: string;
  rtaCode: string | null;
  isin: string | null;
  advisor: string | null;
  registrar: string | null;
  isDemat: boolean | null;
  nominees: string[];
  open: Printed | null;
  close: Printed | null;
  nav: Printed | null;
  /** The day of the NAV, `YYYY-MM-DD`. */
  navDate: string | null;
  cost: Printed | null;
  value: Printed | null;
  gain: Printed | null;
  gainPercent: Printed | null;
  /** Percent a year, as NSDL prints it: not the gain in percent of the cost. */
  annualReturn: Printed | null;
  readonly transactions: PrintedTransaction[];
}

export interface PrintedTransaction {
  readonly place: Place;
  readonly date: string;
  description: string;
  type: TransactionType;
  amount: Printed | null;
  units: Printed | null;
  /** Per unit; where the statement has no such column, worked out from amount and units. */
  nav: Printed | null;
  navIsDerived: boolean;
  readonly balance: Printed | null;
  readonly dividendRate: Decimal | null;
  readonly opening: Printed | null;
  readonly credit: Printed | null;
  readonly debit: Printed | null;
  /** What depositories print of fund transactions beside the amount; INR. */
  readonly price: Printed | null;
  readonly stampDuty: Printed | null;
  readonly incomeDistribution: Printed | null;
  readonly capitalWithdrawal: Printed | null;
  readonly orderNumber: string | null;
}

export type HoldingKind =
  'equities' | 'corporate_bonds' | 'government_securities' | 'aifs' | 'demat_mutual_funds';

export interface PrintedHolding {
  readonly place: Place;
  readonly kind: HoldingKind;
  readonly isin: string;
  readonly name: string;
  readonly units: Printed | null;
  /** Per unit. */
  readonly price: Printed | null;
  readonly faceValue: Printed | null;
  readonly value: Printed | null;
  readonly couponRate: string | null;
  readonly maturity: string | null;
  readonly transactions: PrintedTransaction[];
  /**
   * Balances that rows of their own say, each with the number of transactions before it; and those that transactions of another kind
   * of balance start from: of units pledged, or locked in.
   */
  readonly balances: {
    readonly units: Printed;
    readonly after: number;
    readonly startsKind: boolean;
  }[];
}

export interface PrintedAccount {
  readonly depository: 'NSDL' | 'CDSL';
  dpName: string | null;
  readonly dpId: string;
  readonly clientId: string;
  holders: PrintedHolder[];
  /** As the list of accounts says. */
  listedValue: Printed | null;
  listedCount: Printed | null;
  /** As the account's own pages say. */
  closingValue: Printed | null;
  /** Whether its pages print a total of all its holdings. */
  hasTotal: boolean;
  boStatus: string | null;
  boSubStatus: string | null;
  bsda: string | null;
  nominee: string | null;
  email: string | null;
  readonly holdings: PrintedHolding[];
}

/** A life insurance policy held with an insurance repository. */
export interface PrintedPolicy {
  readonly number: string | null;
  readonly provider: string | null;
  readonly name: string | null;
  readonly lifeAssured: string | null;
  readonly status: string | null;
  readonly sumAssured: Printed | null;
  readonly premium: Printed | null;
  readonly frequency: string | null;
}

export interface PrintedPension {
  readonly place: Place;
  readonly pran: string;
  cra: string | null;
  readonly holders: PrintedHolder[];
  value: Printed | null;
  readonly funds: PrintedPensionFund[];
}

export interface PrintedPensionFund {
  readonly place: Place;
  readonly name: string;
  readonly tier: '1' | '2' | null;
  readonly manager: string | null;
  readonly units: Printed | null;
  readonly nav: Printed | null;
  readonly value: Printed | null;
  readonly cost: Printed | null;
}
