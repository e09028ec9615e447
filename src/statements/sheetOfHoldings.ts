import { isinIsValid } from '../portfolio/isin.ts';
import { sheetText } from './sheetText.ts';

const ISIN = /(?<![A-Z0-9])IN[EF0-9][A-Z0-9]{8}\d(?![A-Z0-9])/g;
const TITLE = /consolidated\s{1,3}account\s{1,3}statement/i;

/** True for a table that is an account statement or an export of one: it says so, or lists securities of India by their ISINs. */
export function isSheetOfHoldings(bytes: Uint8Array): boolean {
  const text = sheetText(bytes);
  return TITLE.test(text) || (text.match(ISIN) ?? []).some(isinIsValid);
}
