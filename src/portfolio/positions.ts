import { dematAccount, folioAccount, insuranceAccount, npsAccount } from './accounts.ts';
import type { Account } from './accounts.ts';
import { costOfScheme } from './cost.ts';
import type { Decimal } from './decimal.ts';
import { gainOfNpsFund, gainOfScheme } from './gain.ts';
import type { HoldingGain } from './gain.ts';
import { isClosed, schemeKind } from './holding.ts';
import type { Holding, HoldingKind } from './holding.ts';
import type {
  DematAccount,
  Folio,
  InsurancePolicy,
  Investor,
  NpsAccount,
  NpsFund,
  Portfolio,
  Scheme,
  Security,
  Statement,
  StatementKind,
} from './model.ts';
import { pricePerUnit } from './price.ts';

/** What the statement says about a position, by what it is. */
export type PositionSource =
  | { readonly of: 'security'; readonly security: Security }
  | { readonly of: 'scheme'; readonly scheme: Scheme }
  | { readonly of: 'nps-fund'; readonly fund: NpsFund }
  | { readonly of: 'policy'; readonly policy: InsurancePolicy };

/** One row of what is owned: a security, a scheme in a folio, an NPS fund or an insurance policy. */
export interface Position extends Omit<Holding, 'kind'> {
  /** Where it stands in the answer, `mutual_funds[0].schemes[1]`: the same whenever the same text is read. */
  readonly key: string;
  readonly kind: HoldingKind | 'insurance';
  readonly account: Account;
  readonly name: string | null;
  readonly isin: string | null;
  /** The AMC, insurer or, for a security, its own name: the one that issued it. */
  readonly issuer: string | null;
  /** INR per unit: the NAV as printed, or value divided by units where none is. */
  readonly price: Decimal | null;
  readonly gain: HoldingGain;
  readonly closed: boolean;
  readonly source: PositionSource;
  /** Among the statements of a family: which one lists it, and whose it is. */
  readonly origin?: Origin;
}

/** A statement of a family, and whose it is, by their places in the family's lists. */
export interface Origin {
  readonly statement: number;
  readonly member: number;
  readonly investor: Investor;
  readonly printed: Statement;
}

/** Everything that is owned as one list, in the order of the statement, closed positions and insurance included. */
export function positions(portfolio: Portfolio): Position[] {
  return [
    ...portfolio.dematAccounts.flatMap(inDemat),
    ...portfolio.folios.flatMap((folio, index) => inFolio(folio, index, portfolio.statement.kind)),
    ...portfolio.npsAccounts.flatMap(inNps),
    ...insurance(portfolio.policies),
  ];
}

/** The positions that have a value of their own: all but insurance. */
export function holdingsOf(all: readonly Position[]): Holding[] {
  return all.flatMap((position) =>
    position.kind === 'insurance' ? [] : [{ ...position, kind: position.kind }],
  );
}

const NO_GAIN: HoldingGain = { rupees: null, percent: null, computed: false };

function inDemat(demat: DematAccount, index: number): Position[] {
  const account = dematAccount(demat, index);
  return demat.securities.map((security, place) => ({
    ...figures(security),
    key: `${account.key}.holdings[${place}]`,
    kind: security.kind,
    account,
    issuer: security.name,
    price: pricePerUnit(security),
    cost: null,
    gain: NO_GAIN,
    transactions: security.transactions,
    source: { of: 'security', security },
  }));
}

function inFolio(folio: Folio, index: number, statement: StatementKind | null): Position[] {
  const account = folioAccount(folio, index);
  return folio.schemes.map((scheme, place) => ({
    ...figures(scheme),
    key: `${account.key}.schemes[${place}]`,
    kind: schemeKind(scheme.type),
    account,
    issuer: folio.amc,
    price: priceOf(scheme, statement),
    cost: costOfScheme(scheme),
    gain: gainOfScheme(scheme),
    transactions: scheme.transactions,
    source: { of: 'scheme', scheme },
  }));
}

/**
 * The NAV as printed. A depository's statement may print the average NAV of what was paid instead, so there value divided by units is
 * surer (observed in live answers; the API does not document it).
 */
function priceOf(scheme: Scheme, statement: StatementKind | null): Decimal | null {
  const computed = pricePerUnit(scheme);
  return statement === 'CAMS_KFINTECH' ? (scheme.nav ?? computed) : (computed ?? scheme.nav);
}

function inNps(nps: NpsAccount, index: number): Position[] {
  const account = npsAccount(nps, index);
  return nps.funds.map((fund, place) => ({
    ...figures({ ...fund, isin: null }),
    key: `${account.key}.funds[${place}]`,
    kind: 'nps',
    account,
    issuer: fund.manager,
    price: fund.nav ?? pricePerUnit(fund),
    cost: fund.cost,
    gain: gainOfNpsFund(fund),
    transactions: [],
    source: { of: 'nps-fund', fund },
  }));
}

function insurance(policies: readonly InsurancePolicy[]): Position[] {
  const account = insuranceAccount(policies.length);
  return policies.map((policy, place) => ({
    key: `insurance[${place}]`,
    kind: 'insurance',
    account,
    name: policy.policyName,
    isin: null,
    issuer: policy.provider,
    units: null,
    price: null,
    value: null,
    cost: null,
    gain: NO_GAIN,
    closed: false,
    transactions: [],
    source: { of: 'policy', policy },
  }));
}

function figures(holding: Pick<Scheme, 'name' | 'isin' | 'units' | 'value'>) {
  const { name, isin, units, value } = holding;
  return { name, isin, units, value, closed: isClosed(holding) };
}
