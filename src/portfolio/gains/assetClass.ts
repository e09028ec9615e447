import type { FundKind } from '../facts/facts.ts';
import { Decimal } from '../decimal.ts';
import type { SoldLot } from '../lots/schemeLots.ts';
import type { SchemeType } from '../model.ts';

/** What a fund is to the rules of capital gains, as far as it is known. */
export type AssetClass = FundKind | 'unknown';

/** What decides about the class of one sale. */
export interface ClassEvidence {
  /** As printed. */
  readonly type: SchemeType | null;
  /** As its owner says. */
  readonly kind: FundKind | null;
  /** Whether STT was levied on the sale, would have been seen and was not, or cannot be told. */
  readonly stt: 'levied' | 'absent' | 'not-told';
}

/**
 * Securities transaction tax is levied on sales to the fund of units of equity-oriented funds only (Finance (No. 2) Act 2004,
 * section 98), and section 112A (198 of the Income-tax Act, 2025) asks for it transfer by transfer. So it tells more than the
 * type that is printed: funds of foreign shares are called equity too. Without it a hybrid fund, a fund of another type or of
 * none can be on either side of the law's 65 %, and is not guessed at. What its owner says of a fund counts, unless STT says
 * the contrary.
 */
export function assetClass({ type, kind, stt }: ClassEvidence): AssetClass {
  if (kind !== null) return stt === 'levied' && kind !== 'equity-oriented' ? 'unknown' : kind;
  if (stt === 'levied') return type === 'Debt' ? 'unknown' : 'equity-oriented';
  if (type === 'Debt') return 'specified-debt';
  return type === 'Equity' && stt === 'not-told' ? 'equity-oriented' : 'unknown';
}

/** STT is 0.001 % of the sale (Finance (No. 2) Act 2004, section 98): less than a paisa below 1,000 INR. */
const LEAST_WITH_STT = Decimal.fromInteger(1000);

/**
 * Tells from all sales of a scheme whether STT was levied on each of them.
 * @param statementPrintsStt whether the statement prints STT of any sale, so that its absence says something
 */
export function sttOfSales(
  sold: readonly SoldLot[],
  statementPrintsStt: boolean,
): (lot: SoldLot) => ClassEvidence['stt'] {
  // The STT of all sales of a day can stand in one row.
  const levied = new Set(sold.filter(({ sale }) => sale.stt.sign > 0).map(({ sale }) => sale.day));
  const large = new Set(sold.filter(({ sale }) => !isSmall(sale)).map(({ sale }) => sale.day));
  const allLevied = levied.size > 0 && [...large].every((day) => levied.has(day));
  return ({ sale }) => {
    if (levied.has(sale.day)) return 'levied';
    if (large.has(sale.day)) return statementPrintsStt ? 'absent' : 'not-told';
    return allLevied ? 'levied' : 'not-told';
  };
}

function isSmall({ amount }: SoldLot['sale']): boolean {
  return amount !== null && amount.compare(LEAST_WITH_STT) < 0;
}
