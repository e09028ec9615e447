import type { Line } from '../../layout/line.ts';
import type { PrintedInvestor } from '../../statement.ts';
import { isSamePerson } from '../../text/personName.ts';
import { findHolders } from './holders.ts';

const CAS_ID = /(?:NSDL|CAS)\s*ID\s*:?\s*([A-Z0-9]{4,})/i;
const PINCODE = /PIN\s?CODE\s*:?\s*(\d{6})/i;
const EMAIL = /E-?mail(?:\s*Id)?\s*:\s*(\S+@\S+)/i;
const MOBILE = /Mobile(?:\s*No\.?)?\s*:\s*(\+?[\dX* -]{8,})/i;
/** What stands further to the right than this many times the size of the type is beside the block. */
const BESIDE = 4;
/** An address block is no longer than this. */
const LONGEST = 12;
const END =
  /Your\s+Demat|In\s+the\s+(?:single|joint)|Account\s+Type|Summary\s+of|PORTFOLIO|Dear\b/i;

/** Reads the address block that `NSDL ID:` or `CAS ID:` begins: name, address, PINCODE. */
export function readInvestor(lines: readonly Line[]): PrintedInvestor {
  const investor: PrintedInvestor = {
    name: null,
    pan: null,
    email: null,
    mobile: null,
    pincode: null,
    casId: null,
    address: [],
  };
  const start = lines.findIndex((line) => CAS_ID.test(line.text));
  const first = lines[start];
  if (!first) return investor;
  investor.casId = CAS_ID.exec(first.text)?.[1] ?? null;
  const left = first.runs[0]?.left ?? 0;
  for (const line of lines.slice(start + 1, start + 1 + LONGEST)) {
    if (END.test(line.text)) break;
    const text = leftBlock(line, left);
    const pincode = PINCODE.exec(text)?.[1];
    const email = EMAIL.exec(line.text)?.[1];
    const mobile = MOBILE.exec(line.text)?.[1]?.trim();
    if (email !== undefined) investor.email = email;
    if (mobile !== undefined) investor.mobile = mobile;
    if (text === '' || EMAIL.test(text) || MOBILE.test(text)) continue;
    if (investor.name === null) investor.name = text;
    else investor.address.push(text);
    if (pincode !== undefined) {
      investor.pincode = pincode;
      break;
    }
  }
  // A family's statement can be addressed to someone who holds nothing first: only their own name tells their PAN.
  investor.pan =
    lines
      .flatMap((line) => findHolders(line.text))
      .find(({ name, pan }) => pan !== null && isSamePerson(name, investor.name))?.pan ?? null;
  return investor;
}

/** What stands beside the address, far to its right, is not part of it. */
function leftBlock(line: Line, left: number): string {
  const words: string[] = [];
  let right = Infinity;
  for (const run of line.runs) {
    if (run.left < left - 5 || run.left - right > BESIDE * run.size) break;
    words.push(run.text);
    right = run.right;
  }
  return words.join(' ').replace(/\s+/g, ' ').trim();
}
