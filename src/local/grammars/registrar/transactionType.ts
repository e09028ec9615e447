import { Decimal } from '../../../portfolio/decimal.ts';
import type { TransactionType } from '../../../portfolio/transactionType.ts';

export interface Classified {
  readonly type: TransactionType;
  /** INR per unit. */
  readonly dividendRate: Decimal | null;
}

const DIVIDEND = /div\.|dividend|idcw/;
const RATE = /@\s*r\s*s\s*\.?\s*(\d*\.?\d+)/;
const REVERSAL =
  /reversal|rejection|rejected|dishonou?red|mismatch|insufficientbalance|paymentnotreceived/;
const SWITCH = /switch|systematictransfer/;
/** An abbreviation that stands by itself, letter-spaced or not: `request processed` holds no STP. */
const [STP, SIP_WORD, STT, TDS] = [wordOf('stp'), wordOf('sip'), wordOf('stt'), wordOf('tds')];
const SIP = /systematic|instal+ment|sys.*invest/;

/**
 * The type of a fund transaction by what it is called and which way its units go. Registrars print no types; these are the
 * rules that parsers of these statements share. Descriptions can be letter-spaced (`S T P`), so spaces do not count.
 */
export function classify(description: string, units: Decimal | null): Classified {
  const text = description.toLowerCase();
  const squeezed = text.replace(/\s+/g, '');
  const rate = DIVIDEND.test(squeezed) ? RATE.exec(text)?.[1] : undefined;
  if (rate !== undefined) {
    const type = squeezed.includes('reinv') ? 'DIVIDEND_REINVEST' : 'DIVIDEND_PAYOUT';
    return { type, dividendRate: Decimal.parse(rate) };
  }
  return { type: typeOf(text, squeezed, units), dividendRate: null };
}

function typeOf(text: string, squeezed: string, units: Decimal | null): TransactionType {
  if (!units) return taxOf(text);
  if (units.sign === 0) return 'UNKNOWN';
  const isSwitch = SWITCH.test(squeezed) || STP.test(text);
  const isMerger = squeezed.includes('merger');
  if (units.sign > 0) {
    // The service has no type for a gift: it comes in like a purchase and goes out like a redemption.
    if (squeezed.includes('gift')) return 'PURCHASE';
    if (isSwitch) return isMerger ? 'SWITCH_IN_MERGER' : 'SWITCH_IN';
    if (squeezed.includes('segregat')) return 'SEGREGATION';
    return SIP_WORD.test(text) || SIP.test(squeezed) ? 'PURCHASE_SIP' : 'PURCHASE';
  }
  if (squeezed.includes('gift')) return 'REDEMPTION';
  if (REVERSAL.test(squeezed)) return 'REVERSAL';
  if (isSwitch) return isMerger ? 'SWITCH_OUT_MERGER' : 'SWITCH_OUT';
  return 'REDEMPTION';
}

const GOES_OUT = /^\W*(?:redemption|redeemed|switch-?out|stp-?out|swp|systematicwithdrawal)/;
const UNDONE = /revers|reject|dishonou?red|cancel|return|fail/;

/** Whether a row is called what takes units out, and nothing in it says that this was undone. */
export function isCalledOut(description: string): boolean {
  const squeezed = description.toLowerCase().replace(/\s+/g, '');
  return GOES_OUT.test(squeezed) && !UNDONE.test(squeezed);
}

function taxOf(text: string): TransactionType {
  if (STT.test(text)) return 'STT_TAX';
  if (text.replace(/\s+/g, '').includes('stamp')) return 'STAMP_DUTY_TAX';
  return TDS.test(text) ? 'TDS_TAX' : 'MISC';
}

function wordOf(abbreviation: string): RegExp {
  return new RegExp(`(?<![a-z])${abbreviation.split('').join('\\s*')}(?![a-z])`);
}
