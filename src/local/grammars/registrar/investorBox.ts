import type { Line } from '../../layout/line.ts';
import { textOf } from '../../layout/line.ts';
import type { Run } from '../../pdf/run.ts';
import type { PrintedInvestor } from '../../statement.ts';
import { isFurniture } from './furniture.ts';

/** The notes beside the investor's box begin behind a gap of so many font sizes; words leave less than one. */
const BESIDE = 2.5;
/** Points: lines of one box begin at most this far apart. */
const SAME_EDGE = 6;

const EMAIL = /E-?mail(?:\s*Id)?\s*:\s*(\S+@\S+)/i;
const MOBILE = /Mobile\s*:\s*(\+?[\d\s-]{8,})/i;
const PHONE = /^Phone|^Tel/i;
const END =
  /PORTFOLIO\s+SUMMARY|^Folio\s*No|^Date\b|Opening\s+Unit|^Mutual\s+Fund$|^Scheme\b|^Cost\s+Value/i;

/** Reads name, address, e-mail and mobile number from the box at the left of the first page. */
export function readInvestorBox(lines: readonly Line[]): PrintedInvestor {
  const investor: PrintedInvestor = {
    name: null,
    pan: null,
    email: null,
    mobile: null,
    pincode: null,
    casId: null,
    address: [],
  };
  const end = lines.findIndex(({ text }) => END.test(text));
  const box = lines.slice(0, end === -1 ? undefined : end).filter((line) => !isFurniture(line));
  const { left, right } = edgesOf(box);
  for (const { runs } of box) {
    const inside = runs.slice(0, besideAt(runs, right));
    const text = (inside[0]?.left ?? Infinity) < left + SAME_EDGE ? textOf(inside) : '';
    if (text !== '') readLine(investor, text.replace(/\s+/g, ' '));
  }
  const last = investor.address.join(' ');
  investor.pincode =
    /\b([1-9]\d{2}\s?\d{3})\b(?!.*\b[1-9]\d{5}\b)/.exec(last)?.[1]?.replace(/\s/, '') ?? null;
  return investor;
}

/** Where the box begins, and where the notes beside most of its lines do. */
function edgesOf(lines: readonly Line[]): { left: number; right: number } {
  const left = Math.min(...lines.map(({ runs }) => runs[0]?.left ?? Infinity));
  const beside = lines.flatMap(({ runs }) => {
    const starts = (runs[0]?.left ?? Infinity) < left + SAME_EDGE;
    return starts ? (runs[besideAt(runs, Infinity)]?.left ?? []) : (runs[0]?.left ?? []);
  });
  const shared = beside.filter((one) =>
    beside.some((other) => other !== one && Math.abs(other - one) < SAME_EDGE),
  );
  return { left, right: Math.min(...shared) };
}

/** The first run of a line that stands beside the box: behind a wide gap, or where the notes begin. */
function besideAt(runs: readonly Run[], right: number): number {
  const at = runs.findIndex((run, index) => {
    const before = runs[index - 1];
    if (!before) return false;
    return run.left - before.right > BESIDE * run.size || run.left > right - SAME_EDGE;
  });
  return at === -1 ? runs.length : at;
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
