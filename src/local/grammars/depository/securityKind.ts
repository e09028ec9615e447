import type { HoldingKind } from '../../statement.ts';

/** The letters that NSDL puts behind the names of its sections. */
const BY_CODE: Readonly<Record<string, HoldingKind>> = {
  E: 'equities',
  P: 'equities',
  M: 'demat_mutual_funds',
  F: 'demat_mutual_funds',
  C: 'corporate_bonds',
  I: 'corporate_bonds',
  S: 'corporate_bonds',
  Z: 'corporate_bonds',
  G: 'government_securities',
  SGB: 'government_securities',
  A: 'aifs',
};

/** Security types inside an `INE` ISIN that are debt: bonds, debentures, commercial paper, deposits, securitised debt. */
const DEBT_TYPES = new Set(['06', '07', '08', '14', '15', '16']);

/** Units of alternative investment funds have ISINs like those of mutual funds; what they are called tells them apart. */
const AIF = /\bAIF\b|\bALTERNATIVE\s+INV|\bCAT(?:EGORY)?[\s.-]+I{1,3}\b/i;
const AIF_TYPE = '22';

/** Where a holding belongs: its section says so where it has a letter, else its ISIN and its name do. */
export function kindOfSecurity(
  isin: string,
  name: string,
  sectionCode: string | null,
): HoldingKind {
  const bySection = sectionCode === null ? undefined : BY_CODE[sectionCode];
  if (bySection) return bySection;
  if (isin.startsWith('INF'))
    return isin.slice(7, 9) === AIF_TYPE || AIF.test(name) ? 'aifs' : 'demat_mutual_funds';
  if (isin.startsWith('INE'))
    return DEBT_TYPES.has(isin.slice(7, 9)) ? 'corporate_bonds' : 'equities';
  return isin.startsWith('IN9') ? 'equities' : 'government_securities';
}
