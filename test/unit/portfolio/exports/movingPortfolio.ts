import { seededRandom } from '../../../soak/seededRandom.ts';

interface Row {
  readonly date: string;
  readonly description: string;
  readonly type: string;
  readonly amount?: number;
  readonly units?: number;
  readonly nav?: number;
}

interface Moving {
  readonly isin: string;
  readonly name: string;
  open: number;
  /** Thousandths. */
  units: number;
  readonly rows: Row[];
}

const DAYS = ['2021-04-05', '2021-07-12', '2021-11-19', '2022-03-01', '2022-08-23', '2023-01-16'];

/**
 * An invented answer with everything that can happen to units: purchases with stamp duty, one of them reversed, redemptions with STT and
 * TDS, a switch, a merger, IDCW paid out with TDS and reinvested with stamp duty, a bonus, a gift each way, a segregation, units from before
 * the statement, a fund whose rows do not add up and shares in a demat account. The same for the same seed.
 */
export function movingPortfolio(seed: number): object {
  const random = seededRandom(seed);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low));
  const folios = [0, 1].map((folio) => {
    const named = (number: number, name: string): Moving => ({
      isin: `INF000K${String(folio)}${String(number)}${String(seed % 1000).padStart(3, '0')}`,
      name: `Sample ${name} Fund Ltd. ${seed}: Growth`,
      open: 0,
      units: 0,
      rows: [],
    });
    const [plain, old, fresh, income, main, side] = [
      named(1, 'Flexi Cap'),
      named(2, 'Old'),
      named(3, 'New'),
      named(4, 'Income'),
      named(5, 'Credit'),
      named(6, 'Segregated'),
    ] as const;
    const move = (
      scheme: Moving,
      day: number,
      row: { type: string; description: string; paise?: number; units?: number; nav?: number },
    ) => {
      const { type, description, paise, units, nav } = row;
      scheme.units += units ?? 0;
      scheme.rows.push({
        date: DAYS[day] ?? '',
        type,
        description,
        ...(paise === undefined ? {} : { amount: paise / 100 }),
        ...(units === undefined ? {} : { units: units / 1000 }),
        ...(nav === undefined ? {} : { nav: nav / 10_000 }),
      });
    };
    const buy = (scheme: Moving, day: number, type = 'PURCHASE') => {
      const nav = between(100_000, 9_000_000);
      const paise = between(100_000, 9_999_999);
      const units = Math.max(1, Math.round((paise * 100_000) / nav));
      move(scheme, day, { type, description: 'Purchase', paise, units, nav });
      move(scheme, day, {
        type: 'STAMP_DUTY_TAX',
        description: '*** Stamp Duty ***',
        paise: Math.max(1, Math.round(paise / 20_000)),
      });
      return { paise, units };
    };
    const sell = (scheme: Moving, day: number, type = 'REDEMPTION') => {
      const units = between(1, Math.max(2, Math.floor(scheme.units / 2)));
      const nav = between(100_000, 9_000_000);
      const paise = Math.max(1, Math.round((units * nav) / 100_000));
      move(scheme, day, { type, description: 'Redemption', paise: -paise, units: -units, nav });
      return paise;
    };

    plain.open = between(0, 2) * between(1, 500_000);
    plain.units = plain.open;
    buy(plain, 0);
    buy(plain, 1, 'PURCHASE_SIP');
    const failed = buy(plain, 2, 'PURCHASE_SIP');
    move(plain, 2, {
      type: 'REVERSAL',
      description: 'Payment not received',
      paise: -failed.paise,
      units: -failed.units,
    });
    sell(plain, 3);
    move(plain, 3, { type: 'STT_TAX', description: '*** STT ***', paise: between(1, 500) });
    move(plain, 3, { type: 'TDS_TAX', description: '*** TDS ***', paise: between(1, 500) });
    const bonus = between(1, 90_000);
    move(plain, 4, { type: 'PURCHASE', description: 'Bonus', paise: 0, units: bonus });
    const gift = between(1, Math.max(2, Math.floor(plain.units / 3)));
    move(plain, 5, { type: 'REDEMPTION', description: 'Gift of units to', units: -gift });

    buy(old, 0);
    buy(old, 1);
    const switched = sell(old, 2, 'SWITCH_OUT');
    move(fresh, 2, {
      type: 'SWITCH_IN',
      description: 'Switch In',
      paise: switched,
      units: between(1, 900_000),
    });
    const worth = between(100_000, 900_000);
    move(old, 4, {
      type: 'SWITCH_OUT_MERGER',
      description: 'Merger',
      paise: -worth,
      units: -old.units,
    });
    move(fresh, 4, {
      type: 'SWITCH_IN_MERGER',
      description: 'Merger',
      paise: worth,
      units: between(1, 900_000),
    });

    buy(income, 0);
    move(income, 2, {
      type: 'DIVIDEND_PAYOUT',
      description: 'IDCW',
      paise: between(1_000, 90_000),
    });
    move(income, 2, { type: 'TDS_TAX', description: 'TDS on IDCW', paise: between(1, 900) });
    move(income, 3, { type: 'DIVIDEND_PAYOUT', description: 'IDCW', paise: between(1, 90_000) });
    const again = between(1_000, 90_000);
    move(income, 4, {
      type: 'DIVIDEND_REINVEST',
      description: 'IDCW reinvested',
      paise: again,
      units: between(1, 9_000),
    });
    move(income, 4, { type: 'STAMP_DUTY_TAX', description: '*** Stamp Duty ***', paise: 1 });
    move(income, 5, {
      type: 'PURCHASE',
      description: 'Gift of units from',
      units: between(1, 9_000),
      nav: 123_456,
    });

    buy(main, 0);
    const [navOfMain, navOfSide] = [between(100_000, 300_000), between(1_000, 50_000)];
    move(main, 3, { type: 'SEGREGATION', description: 'Segregation', nav: navOfMain });
    move(side, 3, {
      type: 'SEGREGATION',
      description: 'Segregated portfolio created',
      units: main.units,
      nav: navOfSide,
    });
    return [plain, old, fresh, income, main, side];
  });
  return {
    meta: {
      cas_type: 'CAMS_KFINTECH',
      statement_period: { from: '2021-04-01', to: '2023-03-31' },
    },
    investor: { name: 'Sample Investor', pan: 'ABCDE1234F' },
    demat_accounts: [
      {
        dp_name: 'Sample Broking',
        bo_id: '0012345600000001',
        holdings: {
          equities: [
            { isin: 'INE000A01012', name: 'Sample Industries', units: 12, value: 3456.78 },
          ],
        },
      },
    ],
    mutual_funds: folios.map((schemes, folio) => ({
      amc: 'Sample Mutual Fund',
      folio_number: `0${String(folio)}/${String(seed)}`,
      schemes: [...schemes.map(answerOf), unproved(folio)],
    })),
  };
}

function answerOf({ isin, name, open, units, rows }: Moving): object {
  return {
    isin,
    name,
    units: units / 1000,
    nav: 10,
    value: units / 100,
    transactions: rows,
    additional_info: { open_units: open / 1000, close_units: units / 1000 },
  };
}

/** More units than its rows brought. */
function unproved(folio: number): object {
  return {
    isin: `INF000K${String(folio)}9001`,
    name: 'Sample Summary Fund',
    units: 100.5,
    nav: 10,
    value: 1005,
    cost: 900.25,
    transactions: [
      {
        date: '2022-03-01',
        description: 'Purchase',
        type: 'PURCHASE',
        amount: 90,
        units: 9,
        nav: 10,
      },
    ],
    additional_info: { open_units: 0, close_units: 100.5 },
  };
}
