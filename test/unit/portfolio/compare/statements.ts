import type { Portfolio } from '../../../../src/portfolio/model.ts';
import { portfolioOf } from '../samples.ts';

export const INVESTOR = { name: 'Sample Investor', pan: 'ABCDE1234F' };
export const JOINT_HOLDER = { name: 'Sample Joint Holder', pan: 'FGHIJ5678K' };

/** What an invented statement has besides the last day of its period; everything else is left out. */
interface Parts {
  readonly from?: string;
  readonly kind?: string | null;
  readonly investor?: object;
  readonly total?: number;
  readonly insuranceTotal?: number;
  readonly folios?: readonly object[];
  readonly demat?: readonly object[];
  readonly nps?: readonly object[];
  readonly policies?: readonly object[];
  readonly generatedAt?: string;
}

/** A statement of the registrars of the day `to`, of the sample investor, unless told otherwise. */
export function statementOf(to: string | null, parts: Parts): Portfolio {
  const { kind = 'CAMS_KFINTECH', investor = INVESTOR, from, total, generatedAt } = parts;
  const answer = {
    meta: { cas_type: kind, statement_period: { from, to }, generated_at: generatedAt },
    investor,
    summary: { total_value: total, accounts: { insurance: { total_value: parts.insuranceTotal } } },
    mutual_funds: parts.folios,
    demat_accounts: parts.demat,
    nps: parts.nps,
    insurance: { life_insurance_policies: parts.policies },
  };
  return portfolioOf(JSON.stringify(answer));
}

/** A statement with one scheme, `null` for none. */
export function withScheme(to: string, scheme: object | null): Portfolio {
  return statementOf(to, { folios: [folio('9000000001', scheme === null ? [] : [scheme])] });
}

export function folio(
  number: string | null,
  schemes: readonly object[],
  amc: string | null = 'Example Mutual Fund',
): object {
  return { folio_number: number, amc, schemes };
}

export const FUND = { isin: 'INF000D01B29', name: 'Example Flexi Cap Fund - Direct - Growth' };
export const OTHER_FUND = { isin: 'INF000D01E59', name: 'Example Liquid Fund - Direct - Growth' };

/** Units of a fund and what they are worth. */
export function held(units: number, value: number | null, more: object = {}): object {
  return { ...FUND, units, value, ...more };
}

export function demat(boId: string, equities: readonly object[]): object {
  return { demat_type: 'CDSL', bo_id: boId, dp_name: 'EXAMPLE BROKING', holdings: { equities } };
}

/** A transaction of a scheme: what it does not say is left out. */
export function row(type: string, date: string, figures: object = {}): object {
  return { type, date, ...figures };
}
