import type { TransactionType } from '../transactionType.ts';

/**
 * How units can come or go without being bought or sold: by a `transfer` to or from another folio or owner (gift, transmission to
 * a nominee or heir, transfer, folios made one, units put into demat), or by a `merger` of schemes or plans. Neither is a transfer
 * to the tax: Income-tax Act 1961, section 47(iii), (xviii) and (xix); Income-tax Act, 2025, section 70(1).
 */
export type MoveWithoutSale = 'transfer' | 'merger';

/** The types under which such rows come: registrars print none, and the API has none for them. */
const TYPES: ReadonlySet<TransactionType> = new Set([
  'PURCHASE',
  'PURCHASE_SIP',
  'REDEMPTION',
  'SWITCH_IN',
  'SWITCH_OUT',
  'MISC',
  'UNKNOWN',
]);

/** Where a direction ends, in text without spaces. */
const END = '(?:to|from|[^a-z]|$)';

const GIFT = new RegExp(
  `gifting|gift(?:ed)?ofunits|giftedunits|unitsgifted|gift-?(?:in|out)${END}|^\\W*(?:units)?gift(?:ed)?-?${END}`,
);
const TRANSMISSION = /transmission(?!fund|and|&)/;
const TRANSFER = new RegExp(
  `units?transfer|transfer(?:red)?ofunits|transferof\\w{0,12}units|^\\W*transfer(?:red)?-?(?:in|out)${END}|offmarket`,
);
const FOLIOS_MADE_ONE = /folios?consolidat|consolidationoffolio|folios?merg|mergeroffolio/;
const DEMAT = /(?:de|re)materiali[sz]/;
/** A systematic transfer, a transfer of IDCW and a switch are sales of one scheme and purchases of another. */
const SALE_OF_ONE_SCHEME = /systematic|sys\.|switch|stp|dtp|dividend|idcw/;
const MERGER = new RegExp(
  `merger(?!arbitrage)|amalgamation|(?:scheme|plan)s?consolidation|consolidation-?(?:in|out|switch(?:in|out|-)?)${END}`,
);

/** What the description of a row says of it; null for a purchase or sale, as for any other row. */
export function moveWithoutSale(
  type: TransactionType,
  description: string | null,
): MoveWithoutSale | null {
  if (description === null || !TYPES.has(type)) return null;
  // Text of KFintech statements can be letter-spaced, so spaces do not count.
  const text = description.toLowerCase().replaceAll(/\s/g, '');
  if (FOLIOS_MADE_ONE.test(text)) return 'transfer';
  if (MERGER.test(text)) return 'merger';
  if (GIFT.test(text) || TRANSMISSION.test(text) || DEMAT.test(text)) return 'transfer';
  return TRANSFER.test(text) && !SALE_OF_ONE_SCHEME.test(text) ? 'transfer' : null;
}
