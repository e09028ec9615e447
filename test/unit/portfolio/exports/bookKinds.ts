import { BookScheme } from './bookScheme.ts';
import type { InventedBook } from './inventedBooks.ts';

const FROM = '2021-04-01';
const TO = '2025-03-31';

/** A portfolio for each kind of event that units, costs or money depend on. No two have a scheme or a folio of one name. */
export function bookKinds(): InventedBook[] {
  return KINDS.map(([name, write], index) => {
    const amc = `Example Kind ${index}`;
    const scheme = (place: number, nav: number, more: { type?: string; opening?: number } = {}) =>
      new BookScheme(
        {
          name: `Kind ${index}-${place}`,
          isin: `INF00${index}K${String(place).padStart(5, '0')}`,
          ...(more.type === undefined ? {} : { type: more.type }),
        },
        nav,
        more.opening ?? 0,
      );
    const folios = write(scheme).map((schemes, place) => ({
      amc,
      folio_number: `${index} / ${place}`,
      schemes: schemes.map((each) => each.answer()),
    }));
    const answer = {
      meta: { cas_type: 'CAMS_KFINTECH', statement_period: { from: FROM, to: TO } },
      mutual_funds: folios,
    };
    return { name, answer };
  });
}

type NewScheme = (
  place: number,
  nav: number,
  more?: { type?: string; opening?: number },
) => BookScheme;

const KINDS: readonly [string, (scheme: NewScheme) => BookScheme[][]][] = [
  [
    'bonus units',
    (scheme) => {
      const fund = scheme(0, 204_100);
      buy(fund, '2021-06-01', 4_000_000);
      fund.move(
        { date: '2022-02-15', type: 'PURCHASE', description: 'Bonus Units 1:4' },
        Math.floor(fund.units / 4),
        0,
      );
      fund.nav = 222_250;
      redeem(fund, '2024-06-11', 2_100_333);
      return [[fund]];
    },
  ],
  [
    'a merger of schemes',
    (scheme) => {
      const [old, other] = [scheme(0, 151_234), scheme(1, 702_345)];
      buy(old, '2021-07-09', 2_500_000);
      old.nav = 188_888;
      buy(old, '2022-07-11', 1_234_500);
      buy(other, '2022-08-01', 700_000);
      const paise = old.worth(old.units);
      const date = '2023-05-19';
      old.move({ date, type: 'SWITCH_OUT_MERGER', description: 'Merger' }, -old.units, paise);
      const came = other.unitsFor(paise);
      other.move({ date, type: 'SWITCH_IN_MERGER', description: 'Merger' }, came, paise);
      other.nav = 855_432;
      redeem(other, '2024-09-02', other.units - 12_345);
      return [[old, other]];
    },
  ],
  [
    'reinvested IDCW, taxed and stamped',
    (scheme) => {
      const fund = scheme(0, 120_001, { type: 'Hybrid' });
      buy(fund, '2022-01-03', 30_000_000);
      const date = '2023-03-27';
      const row = { date, type: 'DIVIDEND_REINVEST', description: 'IDCW Reinvested' };
      fund.move(row, fund.unitsFor(809_960), 809_960);
      fund.note({ date, type: 'TDS_TAX', description: 'TDS' }, 90_000);
      fund.note({ date, type: 'STAMP_DUTY_TAX', description: 'Stamp Duty' }, 40);
      return [[fund]];
    },
  ],
  [
    'a reversal printed gross',
    (scheme) => [[failedPurchase(scheme, (fund, units, row) => fund.move(row, -units, 300_000))]],
  ],
  [
    'a reversal printed without units',
    (scheme) => [
      [
        failedPurchase(scheme, (fund, units, row) => {
          fund.units -= units;
          fund.note(row, -299_985, { balance: fund.units / 1000 });
        }),
      ],
    ],
  ],
  [
    'a switch with STT and stamp duty',
    (scheme) => {
      const [from, to] = [scheme(0, 310_007), scheme(1, 995_001, { type: 'Debt' })];
      buy(from, '2021-09-14', 8_000_000);
      from.nav = 355_005;
      const date = '2023-11-20';
      const paise = from.worth(from.units);
      const stt = Math.round(paise / 100_000);
      from.move({ date, type: 'SWITCH_OUT', description: 'Switch Out' }, -from.units, paise);
      from.note({ date, type: 'STT_TAX', description: 'STT Paid' }, stt);
      const duty = Math.round((paise - stt) / 20_000);
      const net = paise - stt - duty;
      to.move({ date, type: 'SWITCH_IN', description: 'Switch In' }, to.unitsFor(net), net);
      to.note({ date, type: 'STAMP_DUTY_TAX', description: 'Stamp Duty' }, duty);
      return [[from, to]];
    },
  ],
  [
    'a segregated portfolio',
    (scheme) => {
      const [main, part] = [scheme(0, 175_100, { type: 'Debt' }), scheme(1, 9_100)];
      buy(main, '2021-05-05', 5_500_000);
      buy(main, '2022-05-05', 1_111_100);
      main.nav = 166_600;
      const date = '2023-02-02';
      const created = { date, type: 'SEGREGATION', description: 'Creation of Units' };
      part.units = main.units;
      part.note(created, undefined, { units: part.units / 1000, nav: part.nav / 10_000 });
      main.note({ ...created, description: 'Segregated' }, undefined, { nav: main.nav / 10_000 });
      redeem(main, '2024-04-04', 3_000_000);
      redeem(part, '2024-12-12', part.units);
      return [[main, part]];
    },
  ],
  [
    'IDCW paid, less TDS',
    (scheme) => {
      const fund = scheme(0, 255_500);
      buy(fund, '2021-10-18', 15_000_000);
      const date = '2023-08-08';
      fund.note({ date, type: 'DIVIDEND_PAYOUT', description: 'IDCW Paid' }, 733_855);
      fund.note({ date, type: 'TDS_TAX', description: 'TDS' }, 73_386);
      fund.nav = 270_001;
      return [[fund]];
    },
  ],
  [
    'units from before the statement',
    (scheme) => {
      const fund = scheme(0, 480_000, { opening: 555_432 });
      buy(fund, '2021-12-01', 900_000);
      fund.nav = 530_303;
      redeem(fund, '2023-12-01', 600_000);
      return [[fund]];
    },
  ],
  [
    'a gift to another folio',
    (scheme) => {
      const mine = scheme(0, 330_330);
      const { isin, nav } = mine;
      const twin = new BookScheme({ name: `${mine.name} of another`, isin }, nav);
      buy(mine, '2021-04-21', 1_800_000);
      const date = '2022-10-10';
      const row = { date, type: 'REDEMPTION', description: 'Gift of Units' };
      mine.move(row, -400_123, mine.worth(400_123));
      twin.move({ ...row, type: 'PURCHASE' }, 400_123, 0);
      redeem(twin, '2024-01-15', 100_000);
      return [[mine], [twin]];
    },
  ],
];

function failedPurchase(
  scheme: NewScheme,
  reverse: (
    fund: BookScheme,
    units: number,
    row: { date: string; type: string; description: string },
  ) => void,
): BookScheme {
  const fund = scheme(0, 98_765);
  buy(fund, '2021-11-02', 300_000);
  fund.nav = 101_010;
  const before = fund.units;
  buy(fund, '2021-12-02', 300_000);
  const row = { date: '2021-12-06', type: 'REVERSAL', description: 'Rejection - No Payment' };
  reverse(fund, fund.units - before, row);
  buy(fund, '2022-01-04', 300_000);
  redeem(fund, '2023-06-06', 400_000);
  return fund;
}

/** @param gross paise, with stamp duty */
function buy(fund: BookScheme, date: string, gross: number): void {
  const duty = Math.round(gross / 20_000);
  const row = { date, type: 'PURCHASE', description: 'Purchase' };
  fund.move(row, fund.unitsFor(gross - duty), gross - duty);
  fund.note({ date, type: 'STAMP_DUTY_TAX', description: 'Stamp Duty' }, duty);
}

function redeem(fund: BookScheme, date: string, units: number): void {
  const paise = fund.worth(units);
  fund.move({ date, type: 'REDEMPTION', description: 'Redemption less STT' }, -units, paise);
  fund.note({ date, type: 'STT_TAX', description: 'STT Paid' }, Math.round(paise / 100_000));
}
