import type { Account } from '../accounts.ts';
import type { DematAccount, InsurancePolicy, NpsAccount } from '../model.ts';
import type { Position } from '../positions.ts';
import { comparableAmc } from './amcName.ts';
import { readFolioNumber } from './folioNumber.ts';
import { readIdentifier } from './readIdentifier.ts';
import { comparableSchemeName } from './schemeName.ts';

/** NSDL: `IN` and six digits of the DP, eight of the client; CDSL: eight of the DP, eight of the client. */
const DEMAT = /^(?:IN\d{14}|\d{16})$/;

/**
 * A demat account in every statement: the BO ID (CDSL), or the DP ID and the client ID together, which is the same 16 characters.
 * Null when the statement gives neither.
 */
export function dematIdentity({ boId, dpId, clientId }: DematAccount): string | null {
  const dp = readIdentifier(dpId);
  const client = readIdentifier(clientId);
  // A client ID that was read as a number has lost its zeros. Some files print both IDs in one.
  const joined = dp === null || client === null ? null : dp + client.padStart(8, '0');
  const spellings = [readIdentifier(boId), joined, client];
  return spellings.find((spelling) => spelling !== null && DEMAT.test(spelling)) ?? null;
}

/** An NPS account in every statement: its PRAN. */
export function npsIdentity({ pran }: NpsAccount): string | null {
  return readIdentifier(pran);
}

/** An account in every statement of its investor; null when the statement does not say which one it is. */
export function accountIdentity(account: Account): string | null {
  switch (account.of) {
    case 'demat':
      return prefixed('demat', dematIdentity(account.account));
    case 'folio': {
      const { folioNumber, amc } = account.account;
      const number = readFolioNumber(folioNumber);
      return number && JSON.stringify(['folio', comparableAmc(amc ?? ''), number]);
    }
    case 'nps':
      return prefixed('nps', npsIdentity(account.account));
    case 'insurance':
      return 'insurance';
  }
}

/** As `accountIdentity`; an account whose number is missing or masked is told by what is printed, and by the name of its DP, AMC or CRA. */
export function accountKey(account: Account): string {
  const { of, name, number } = account;
  return accountIdentity(account) ?? JSON.stringify([of, name, number]);
}

/** What is held, within its account: the ISIN, otherwise the name; null when there is neither. */
export function holdingIdentity(position: Position): string | null {
  return isinOf(position) ?? nameIdentity(position);
}

export function isinOf({ isin }: Position): string | null {
  return readIdentifier(isin);
}

/** The name, and what tells holdings of one name apart: the tier of an NPS fund, the number of a policy. */
export function nameIdentity({ name, source }: Position): string | null {
  if (source.of === 'policy') return policyIdentity(source.policy);
  const rtaCode = source.of === 'scheme' ? source.scheme.rtaCode : null;
  const plain = name === null ? '' : comparableSchemeName(name, rtaCode);
  if (plain === '') return null;
  return source.of === 'nps-fund' ? `${plain} ${source.fund.tier ?? ''}` : plain;
}

/** A policy in every statement: the insurer and the policy number. */
export function policyIdentity({ policyNumber, provider }: InsurancePolicy): string | null {
  const number = readIdentifier(policyNumber);
  return number && JSON.stringify([comparableAmc(provider ?? ''), number]);
}

function prefixed(kind: string, identity: string | null): string | null {
  return identity === null ? null : JSON.stringify([kind, identity]);
}
