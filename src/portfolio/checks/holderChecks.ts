import { matchInvestors } from '../compare/investor.ts';
import type { Holder, Investor, Portfolio } from '../model.ts';
import type { CheckSubject, HolderCheck } from './check.ts';
import { compared, missing, noted } from './finding.ts';
import type { Finding } from './finding.ts';

/**
 * Whether the statement's investor is among the holders of each account. Statements list accounts of other people too (minors,
 * joint holders, a whole family by e-mail address), so that a stranger is noted and is no failure.
 */
export function checkHolders({
  investor,
  dematAccounts,
  folios,
  npsAccounts,
}: Portfolio): HolderCheck[] {
  return [
    ...dematAccounts.map((account) =>
      checkHolder({ of: 'demat-account', account }, investor, account.holders, account.linkedPans),
    ),
    ...folios.map((folio) =>
      checkHolder(
        { of: 'folio', folio },
        investor,
        folio.holders,
        folio.pan === null ? [] : [folio.pan],
      ),
    ),
    ...npsAccounts.map((account) =>
      checkHolder({ of: 'nps-account', account }, investor, account.holders, []),
    ),
  ];
}

function checkHolder(
  subject: CheckSubject,
  investor: Investor,
  holders: readonly Holder[],
  pans: readonly string[],
): HolderCheck {
  const finding = isAmong(investor, [...holders, ...pans.map((pan) => ({ name: null, pan }))]);
  return { kind: 'holder', subject, ...finding, figures: {}, holders, pans };
}

function isAmong(investor: Investor, holders: readonly Pick<Holder, 'name' | 'pan'>[]): Finding {
  if (investor.name === null && investor.pan === null) return missing('no-investor');
  const matches = holders.map((holder) => matchInvestors(investor, holder));
  if (matches.some((match) => match === 'same-pan' || match === 'same-name')) return compared(true);
  return matches.includes('different') ? noted('another-holder') : missing('no-holder');
}
