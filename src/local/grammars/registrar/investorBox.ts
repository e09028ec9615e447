import type { Line } from '../../layout/line.ts';
import { textOf } from '../../layout/line.ts';
import type { PrintedInvestor } from '../../statement.ts';
import { isFurniture } from './furniture.ts';

/** The investor's box ends left of this part of the page; the notes beside it begin right of it. */
const BOX_LEFT_OF = 0.34;

const EMAIL = /E-?mail(?:\s*Id)?\s*:\s*(\S+@\S+)/i;
const MOBILE = /Mobile\s*:\s*(\+?[\d\s-]{8,})/i;
const PHONE = /^Phone|^Tel/i;
const END =
  /PORTFOLIO\s+SUMMARY|^Folio\s*No|^Date\b|Opening\s+Unit|^Mutual\s+Fund$|^Scheme\b|^Cost\s+Value/i;

/** Reads name, address, e-mail and mobile number from the box at the left of the first page. */
export function readInvestorBox(lines: readonly Line[], pageWidth: number): PrintedInvestor {
  const investor: PrintedInvestor = {
    name: null,
    pan: null,
    email: null,
    mobile: null,
    pincode: null,
    casId: null,
    address: [],
  };
  for (const line of lines) {
    if (END.test(line.text)) break;
    if (isFurniture(line)) continue;
    const text = textOf(line.runs.filter((run) => run.left < pageWidth * BOX_LEFT_OF));
    if (text !== '') readLine(investor, text.replace(/\s+/g, ' '));
  }
  const last = investor.address.join(' ');
  investor.pincode =
    /\b([1-9]\d{2}\s?\d{3})\b(?!.*\b[1-9]\d{5}\b)/.exec(last)?.[1]?.replace(/\s/, '') ?? null;
  return investor;
}

function readLine(investor: PrintedInvestor, text: string): void {
  const email = EMAIL.exec(text)?.[1];
  const mobile = MOBILE.exec(text)?.[1]?.replace(/[\s-]/g, '');
  if (email !== undefined) investor.email = email;
  if (mobile !== undefined) investor.mobile = mobile;
  if (email !== undefined || mobile !== undefined || PHONE.test(text)) return;
  if (/^E-?mail/i.test(text) || /^Mobile/i.test(text)) return;
  if (investor.name === null) investor.name = text;
  else investor.address.push(text);
}
