import type { AnswerFolio, AnswerTransaction } from './answerShape.ts';
import { InventedScheme } from './inventedScheme.ts';

const DAY = 24 * 60 * 60 * 1000;
export const PERIOD = { from: '2015-04-01', to: '2025-03-31' } as const;
const DAYS = (Date.parse(PERIOD.to) - Date.parse(PERIOD.from)) / DAY;
/** Stamp duty on purchases, 0.005 %, began on this day. */
const STAMP_DUTY_FROM = '2020-07-01';

/** A scheme of a folio, and how many rows it is to have. */
interface Member {
  readonly scheme: InventedScheme;
  readonly rows: number;
  /** Ends with nothing held, in its last row: sold, or merged into another scheme, which keeps a row free for it. */
  readonly closes: boolean;
  readonly mergesInto: Member | null;
  kept: number;
}

/** A folio with a scheme for each number in `rows`, which says how many transactions it has. */
export function inventFolio(
  index: number,
  firstScheme: number,
  rows: readonly number[],
  random: () => number,
): AnswerFolio {
  const members: Member[] = [];
  for (const [place, count] of rows.entries()) {
    members.push(invent(firstScheme + place, count, members[0] ?? null, random));
  }
  for (let step = 0; members.some(hasRoom); step++) {
    for (const member of members) {
      const day = Math.floor((step * DAYS) / Math.max(...rows));
      const date = new Date(Date.parse(PERIOD.from) + day * DAY).toISOString().slice(0, 10);
      member.scheme.moveNav(1 + (random() - 0.45) * 0.06);
      if (hasRoom(member)) happen(member, members, date, random);
    }
  }
  const number = 9_000_000_000 + index;
  return {
    folio_number: `${number} / ${10 + (index % 90)}`,
    amc: `Example ${index % 40} Mutual Fund`,
    registrar: index % 2 === 0 ? 'CAMS' : 'KFINTECH',
    value: members.reduce((total, { scheme }) => total + scheme.value, 0) / 100,
    linked_holders: [{ name: 'Sample Investor', pan: 'ABCDE1234F' }],
    schemes: members.map(({ scheme }) => scheme.answer()),
    additional_info: { pan: 'ABCDE1234F', pankyc: 'OK', kyc: 'OK' },
  };
}

function invent(number: number, rows: number, first: Member | null, random: () => number): Member {
  const openUnits = number % 9 === 4 ? Math.floor(1_000_000 * random()) : 0;
  const nav = 100_000 + Math.floor(2_000_000 * random());
  const closes = number % 6 === 5 && rows > 1;
  const mergesInto = closes && number % 12 === 5 && first && !first.closes ? first : null;
  if (mergesInto) mergesInto.kept += 1;
  const kept = closes ? 1 : 0;
  return { scheme: new InventedScheme(number, nav, openUnits), rows, closes, mergesInto, kept };
}

function roomOf({ scheme, rows, kept }: Member): number {
  return rows - scheme.rows - kept;
}

function hasRoom(member: Member): boolean {
  return roomOf(member) > 0;
}

/** What happens to a scheme on one day: one or two rows, and the last row of a scheme that closes. */
function happen(member: Member, all: readonly Member[], date: string, random: () => number): void {
  const { scheme } = member;
  const chance = scheme.units === 0 ? 0.7 : random();
  const sibling = all.find((other) => other !== member && !other.closes && hasRoom(other));
  if (chance < 0.65) invest(member, 'PURCHASE_SIP', date, random);
  else if (chance < 0.74) invest(member, 'PURCHASE', date, random);
  else if (chance < 0.8) redeem(member, date, part(scheme.units, random));
  else if (chance < 0.84 && sibling) switchTo(sibling, member, date, random);
  else if (chance < 0.92 && scheme.isIdcw) distribute(member, date, random);
  else if (chance < 0.92) invest(member, 'PURCHASE_SIP', date, random);
  else if (chance < 0.93) scheme.note({ date, description: 'Unparsed narration', type: 'UNKNOWN' });
  else if (chance < 0.94) {
    const description = 'Creation of Segregated Portfolio';
    scheme.note({ date, description, type: 'SEGREGATION' });
  } else scheme.note({ date, description: 'Change of Bank Details', type: 'MISC' });
  if (member.closes && roomOf(member) === 0) close(member, date);
}

function invest(
  member: Member,
  type: 'PURCHASE' | 'PURCHASE_SIP',
  date: string,
  random: () => number,
): void {
  const { scheme } = member;
  const gross = 50_000 * (1 + Math.floor(random() * (type === 'PURCHASE' ? 100 : 20)));
  const duty = date < STAMP_DUTY_FROM ? 0 : Math.floor(gross / 20_000);
  const description =
    type === 'PURCHASE'
      ? 'Purchase - Online'
      : `Sys. Investment - Instalment ${scheme.rows + 1}/240 - via Example Platform (ARN-000000)`;
  const more = duty > 0 ? { additional_info: { stamp_duty: duty / 100 } } : {};
  const room = roomOf(member);
  scheme.buy({ date, description, type }, gross - duty, more);
  if (room > 1 && type === 'PURCHASE_SIP' && random() < 0.02) {
    const rejected = `${description} - Rejection - Payment not received`;
    scheme.reverse({ date, description: rejected, type: 'REVERSAL' });
  } else if (room > 1 && duty > 0) {
    scheme.note({ date, description: '*** Stamp Duty ***', type: 'STAMP_DUTY_TAX' }, duty);
  }
}

function redeem(member: Member, date: string, units: number): void {
  const { scheme } = member;
  const room = roomOf(member);
  const paise = scheme.sell(
    { date, description: 'Redemption less STT', type: 'REDEMPTION' },
    units,
  );
  if (room > 1 && scheme.type === 'Equity') {
    const tax = Math.max(1, Math.round(paise / 100_000));
    scheme.note({ date, description: '*** STT Paid ***', type: 'STT_TAX' }, tax);
  }
}

function switchTo(target: Member, { scheme }: Member, date: string, random: () => number): void {
  const out: Out = { description: 'Switch Out - To Sample Fund', type: 'SWITCH_OUT' };
  const paise = scheme.sell({ date, ...out }, part(scheme.units, random));
  if (paise === 0) return;
  const description = 'Switch In - From Sample Fund';
  target.scheme.buy({ date, description, type: 'SWITCH_IN' }, paise);
}

type Out = Pick<AnswerTransaction, 'description' | 'type'>;

function distribute(member: Member, date: string, random: () => number): void {
  const { scheme } = member;
  const rate = 1 + Math.floor(random() * 30);
  const paise = Math.max(1, Math.round((scheme.units * rate) / 100));
  const perUnit = rate / 10;
  if (random() < 0.5) {
    const description = `IDCW Reinvested @ Rs.${perUnit} per unit`;
    const more = { dividend_rate: perUnit };
    scheme.buy({ date, description, type: 'DIVIDEND_REINVEST' }, paise, more);
    return;
  }
  const room = roomOf(member);
  const description = `IDCW Payout @ Rs.${perUnit} per unit`;
  scheme.note({ date, description, type: 'DIVIDEND_PAYOUT' }, paise, perUnit);
  if (room > 1 && paise > 50_000) {
    const tax = Math.round(paise / 10);
    scheme.note({ date, description: 'TDS on above', type: 'TDS_TAX' }, tax);
  }
}

function close(member: Member, date: string): void {
  const { scheme, mergesInto } = member;
  member.kept = 0;
  const out: Out = mergesInto
    ? { description: 'Switch Out - Merger to Sample Fund', type: 'SWITCH_OUT_MERGER' }
    : { description: 'Redemption', type: 'REDEMPTION' };
  const paise = scheme.sell({ date, ...out }, scheme.units);
  if (!mergesInto) return;
  mergesInto.kept -= 1;
  const description = 'Switch In - Merger of Sample Fund';
  mergesInto.scheme.buy({ date, description, type: 'SWITCH_IN_MERGER' }, paise);
}

/** Between a tenth and a half of the units, in thousandths. */
function part(units: number, random: () => number): number {
  return Math.ceil(units * (0.1 + 0.4 * random()));
}
