import type { ColumnRule } from '../../layout/table.ts';
import { DATE } from '../../text/dates.ts';

export type HoldingColumn =
  | 'isin'
  | 'name'
  | 'folio'
  | 'adviser'
  | 'coupon'
  | 'maturity'
  | 'face'
  | 'units'
  | 'otherUnits'
  | 'averageCost'
  | 'cost'
  | 'price'
  | 'otherPrice'
  | 'value'
  | 'otherValue'
  | 'gain'
  | 'gainPercent'
  | 'annualReturn'
  | 'otherNumber';

/** A price that was paid once, not what the market pays. */
const PAID_PRICE =
  /\b(?:issue|purchase|acquisition|buy(?:ing)?|offer|allotment|cost|strike)\b.*price/i;
/** What an ISIN looks like, also the first line of one that wraps. */
const ISIN_LIKE = /^IN[EF0-9]/;
const DATE_LIKE = new RegExp(`^${DATE}`);

/** The labels of holdings and of fund folios. The order counts: `Market Price/Face Value` is a price, `ISIN Description` a name. */
export const HOLDING_COLUMNS: readonly ColumnRule<HoldingColumn>[] = [
  { name: 'folio', label: /\bfolio\b/i, holds: 'text', like: /\d/ },
  { name: 'adviser', label: /\bARN\b|advis[eo]r|distributor|manager|\bPFM\b/i, holds: 'text' },
  { name: 'name', label: /description|company|security|scheme|\bname\b|issuer/i, holds: 'text' },
  { name: 'isin', label: /\bISIN\b/i, holds: 'text', like: ISIN_LIKE },
  {
    name: 'otherNumber',
    label:
      /\b[TB]ER\b|expense|commission|^brokerage\b|transaction\s+costs?\b|^regular\b|^direct\b/i,
    holds: 'number',
    twin: 'otherNumber',
  },
  { name: 'annualReturn', label: /return/i, holds: 'number' },
  { name: 'gainPercent', label: /\(\s*%\s*\)|^%$|percent/i, holds: 'number' },
  { name: 'gain', label: /unreali[sz]ed|profit|p\s*\/\s*l|gain/i, holds: 'number' },
  { name: 'averageCost', label: /average|avg/i, holds: 'number' },
  { name: 'cost', label: /cost|invested/i, holds: 'number' },
  { name: 'otherPrice', label: PAID_PRICE, holds: 'number' },
  {
    name: 'price',
    label: /price|\bNAV\b/i,
    holds: 'number',
    twin: 'otherPrice',
    meant: /market|current|closing|latest|\bNAV\b/i,
  },
  { name: 'face', label: /face\s*value/i, holds: 'number' },
  { name: 'maturity', label: /maturity|redemption\s+date/i, holds: 'text' },
  { name: 'coupon', label: /coupon|frequency|interest/i, holds: 'either' },
  {
    name: 'units',
    label: /current\s*bal|closing\s*bal|\bno\.?\s*of\b|number\s+of|units|quantity|shares/i,
    holds: 'number',
    twin: 'otherUnits',
    meant: /current|closing|total/i,
  },
  {
    name: 'otherUnits',
    label: /pledge|frozen|free|lent|lien|lock|safe\s?keep|earmark|pending|transit|remat|\bbal/i,
    holds: 'number',
    twin: 'otherUnits',
  },
  {
    name: 'value',
    label: /value|valuation|amount/i,
    holds: 'number',
    twin: 'otherValue',
    meant: /market|current|valuation/i,
  },
];

export type MovementColumn =
  | 'isin'
  | 'name'
  | 'date'
  | 'order'
  | 'particulars'
  | 'instruction'
  | 'opening'
  | 'credit'
  | 'debit'
  | 'closing'
  | 'stampDuty';

/** The labels of demat transactions. */
export const MOVEMENT_COLUMNS: readonly ColumnRule<MovementColumn>[] = [
  { name: 'order', label: /order|transaction\s+(?:no|number|id)/i, holds: 'text' },
  { name: 'instruction', label: /instruction/i, holds: 'text' },
  { name: 'particulars', label: /particulars|description|narration/i, holds: 'text' },
  { name: 'date', label: /\bdate\b/i, holds: 'text', like: DATE_LIKE },
  { name: 'isin', label: /\bISIN\b/i, holds: 'text', like: ISIN_LIKE },
  { name: 'name', label: /security|company|name/i, holds: 'text' },
  { name: 'stampDuty', label: /stamp/i, holds: 'number' },
  { name: 'opening', label: /\bop(?:\.|ening)/i, holds: 'number' },
  { name: 'closing', label: /\bcl(?:\.|osing)|current\s*bal|balance/i, holds: 'number' },
  { name: 'credit', label: /credit/i, holds: 'number' },
  { name: 'debit', label: /debit/i, holds: 'number' },
];

export type FundMovementColumn =
  | 'isin'
  | 'folio'
  | 'date'
  | 'particulars'
  | 'amount'
  | 'nav'
  | 'price'
  | 'units'
  | 'balance'
  | 'stampDuty'
  | 'incomeDistribution'
  | 'capitalWithdrawal'
  | 'otherNumber';

/** The labels of transactions of fund folios. */
export const FUND_MOVEMENT_COLUMNS: readonly ColumnRule<FundMovementColumn>[] = [
  { name: 'folio', label: /\bfolio\b/i, holds: 'text' },
  { name: 'isin', label: /\bISIN\b/i, holds: 'text', like: ISIN_LIKE },
  {
    name: 'date',
    label: /^(?!.*\bNAV\b).*\bdate\b/i,
    holds: 'text',
    like: DATE_LIKE,
  },
  { name: 'stampDuty', label: /stamp/i, holds: 'number' },
  { name: 'incomeDistribution', label: /income/i, holds: 'number' },
  { name: 'capitalWithdrawal', label: /capital/i, holds: 'number' },
  {
    name: 'otherNumber',
    label: /\bSTT\b|\btax|\bTDS\b|load/i,
    holds: 'number',
    twin: 'otherNumber',
  },
  { name: 'particulars', label: /particulars|description|narration|transaction/i, holds: 'text' },
  { name: 'balance', label: /balance|cumulative/i, holds: 'number' },
  { name: 'amount', label: /amount/i, holds: 'number' },
  { name: 'nav', label: /\bNAV\b/i, holds: 'number' },
  { name: 'price', label: /price/i, holds: 'number' },
  { name: 'units', label: /units|quantity/i, holds: 'number' },
];

const WORDS =
  'isin ucc security securities company name scheme description folio no number of units unit shares share bonds bond face value ' +
  'market price in current bal balance free lent safekeep locked lock-in pledged pledge setup earmarked earmark pledgee frozen ' +
  'average avg total cost nav unrealised unrealized profit loss annualised annualized return coupon rate maturity date frequency ' +
  'per stock symbol base ber brokerage levies statutory arn code closing opening op cl amount invested valuation p l ter regular direct commission expense ratio ' +
  'transaction particulars credit debit stamp duty order instruction details quantity type issuer interest redemption paid in/out ' +
  'as on inr rs lock held cum the gross net and or on distributor advisor adviser fund manager pension pfm ' +
  'policy sum assured premium life insured insurer insurance plan product status mode ' +
  'income distribution capital withdrawal stt tds tax load cumulative trade ' +
  'issue pending demat remat confirmed transit lien blocked purchase acquisition b';
const VOCABULARY = new Set(WORDS.split(' '));

/** Issuers add words to their labels now and then; this share of them must be known. */
const KNOWN_SHARE = 0.6;

/** Whether a line says nothing but column labels. */
export function isLabels(text: string): boolean {
  const words = wordsOf(text);
  const known = words.filter((word) => VOCABULARY.has(word)).length;
  return known > 0 && known >= words.length * KNOWN_SHARE && !/\d{3}/.test(text);
}

/** Whether a line can be labels, few of which are known. */
export function hasLabel(text: string): boolean {
  return !/\d/.test(text) && wordsOf(text).some((word) => VOCABULARY.has(word));
}

/** The words of a text; a letter alone, as in `a) Confirmed`, is none unless labels have it. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s./()`:\u20B9,%*#-]+/)
    .filter((word) => word.length > 1 || VOCABULARY.has(word) || /\d/.test(word));
}
