import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isoDay } from '../../../../src/portfolio/days.ts';
import { Decimal } from '../../../../src/portfolio/decimal.ts';
import { costOf, dealOut } from '../../../../src/portfolio/lots/lot.ts';
import type { Lot } from '../../../../src/portfolio/lots/lot.ts';
import { portfolioLots } from '../../../../src/portfolio/lots/portfolioLots.ts';
import type { SchemeLots } from '../../../../src/portfolio/lots/schemeLots.ts';
import type { Scheme, Transaction } from '../../../../src/portfolio/model.ts';
import { folioOf, row, schemeOf, statementOf } from './inventedRows.ts';

/** What happens on a day: units in thousandths, an amount in paise. */
interface Act {
  readonly does: 'buy' | 'sell' | 'reinvest' | 'reverse' | 'bonus' | 'pay';
  readonly units: number;
  readonly paise: number;
  readonly duty: number;
}

const acts = fc.array(
  fc.record({
    does: fc.constantFrom<Act['does']>(
      'buy',
      'buy',
      'sell',
      'sell',
      'reinvest',
      'reverse',
      'bonus',
      'pay',
    ),
    units: fc.integer({ min: 1, max: 2_000_000 }),
    paise: fc.integer({ min: 1, max: 100_000_000 }),
    duty: fc.nat(500),
  }),
  { minLength: 1, maxLength: 40 },
);

/** A scheme in which acts happened, a day after each other; nobody sells what is not there. */
class Story {
  readonly rows: Transaction[] = [];
  held = 0;
  costIn = 0;
  proceeds = 0;
  #day = 18_000;

  constructor(all: readonly Act[]) {
    this.#buy('PURCHASE', 1_000_000, 1_000_000);
    for (const act of all) this.#happen(act);
  }

  get today(): string {
    return isoDay(this.#day);
  }

  #happen({ does, units, paise, duty }: Act): void {
    this.#day += 1;
    if (does === 'sell') {
      this.sell('REDEMPTION', Math.min(units, this.held), paise);
    } else if (does === 'pay') {
      this.rows.push(row('DIVIDEND_PAYOUT', this.today, { amount: hundredths(paise) }));
    } else if (does === 'reverse') {
      this.#buy('PURCHASE_SIP', units, paise);
      const figures = {
        amount: hundredths(-paise),
        units: thousandths(-units),
      };
      this.rows.push(row('REVERSAL', this.today, figures));
      this.held -= units;
      this.costIn -= paise;
    } else {
      const type = does === 'reinvest' ? 'DIVIDEND_REINVEST' : 'PURCHASE';
      if (does === 'bonus') {
        this.#buy(type, units, 0, 'Bonus Units');
        return;
      }
      this.#buy(type, units, paise);
      this.rows.push(row('STAMP_DUTY_TAX', this.today, { amount: hundredths(duty) }));
      this.costIn += duty;
    }
  }

  sell(type: 'REDEMPTION' | 'SWITCH_OUT_MERGER', units: number, paise: number): void {
    if (units === 0) return;
    const figures = { amount: hundredths(-paise), units: thousandths(-units) };
    this.rows.push(row(type, this.today, figures));
    this.held -= units;
    if (type === 'REDEMPTION') this.proceeds += paise;
  }

  #buy(
    type: 'PURCHASE' | 'PURCHASE_SIP' | 'DIVIDEND_REINVEST',
    units: number,
    paise: number,
    description: string | null = null,
  ): void {
    const figures = { amount: hundredths(paise), units: thousandths(units) };
    this.rows.push(row(type, this.today, figures, description));
    this.held += units;
    this.costIn += paise;
  }

  scheme(): Scheme {
    return schemeOf(this.rows, { units: thousandths(this.held) });
  }
}

describe('The algebra of lots', () => {
  it('keeps units: open lots are what is held', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const story = new Story(all);
        const { open } = lotsOf(story.scheme());
        assertEqual(unitsOf(open), thousandths(story.held));
      }),
    );
  });

  it('keeps cost: what was paid is the cost of open and sold lots, to the paisa', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const story = new Story(all);
        const { open, sold, invested } = lotsOf(story.scheme());
        const cost = costOf([...open, ...sold]);
        assertEqual(cost, hundredths(story.costIn));
        assertEqual(invested, costOf(open)?.toString() ?? '');
      }),
    );
  });

  it('keeps proceeds: what the sold lots brought is what the redemptions paid', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const story = new Story(all);
        const { sold } = lotsOf(story.scheme());
        const proceeds = Decimal.sum(sold.map((lot) => lot.proceeds ?? Decimal.zero));
        assertEqual(proceeds, hundredths(story.proceeds));
      }),
    );
  });

  it('sells the oldest first, and nothing before it was bought', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const { sold, open } = lotsOf(new Story(all).scheme());
        const dates = [...sold, ...open].map(({ acquired }) => acquired ?? '');
        assert.deepEqual(dates, dates.toSorted());
        for (const { acquired, sale } of sold) assert.ok((acquired ?? '') <= sale.date);
      }),
    );
  });

  it('makes no cost negative', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const { sold, open } = lotsOf(new Story(all).scheme());
        for (const { cost } of [...sold, ...open]) assert.ok((cost?.sign ?? 0) >= 0);
      }),
    );
  });

  it('keeps units and cost through a merger', () => {
    fc.assert(
      fc.property(acts, fc.integer({ min: 1, max: 5_000_000 }), (all, units) => {
        const story = new Story(all);
        fc.pre(story.held > 0);
        const before = lotsOf(story.scheme());
        story.sell('SWITCH_OUT_MERGER', story.held, 123_456);
        const into = row('SWITCH_IN_MERGER', story.today, {
          amount: '1234.56',
          units: thousandths(units),
        });
        const merged = schemeOf([into], { units: thousandths(units) });
        const found = portfolioLots(
          statementOf([folioOf([merged, story.scheme()])], {
            from: null,
            to: null,
          }),
        );
        const lots = found.get(merged);
        assert.ok(lots?.ok);
        assertEqual(unitsOf(lots.open), thousandths(units));
        assertEqual(lots.invested, before.invested?.toString() ?? '');
        assert.deepEqual(
          lots.open.map(({ acquired }) => acquired),
          before.open.map(({ acquired }) => acquired),
        );
      }),
    );
  });

  it('deals an amount out over lots without loss, each part within its place of its share', () => {
    const someUnits = fc.array(fc.integer({ min: 1, max: 1e9 }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.nat(1e14), someUnits, (digits, units) => {
        const lots = units.map((some) => lot(some));
        const amount = numeral(digits, 4);
        const parts = dealOut(amount, lots, 2);
        assertEqual(Decimal.sum(parts), amount.toString());
        const all = units.reduce((one, other) => one + other, 0);
        for (const [index, part] of parts.entries()) {
          const share = (digits / 10_000) * ((units[index] ?? 0) / all);
          assert.ok(Math.abs(Number(part.toString()) - share) <= 0.010001 + share * 1e-12);
        }
      }),
    );
  });
});

function lotsOf(scheme: Scheme): Extract<SchemeLots, { ok: true }> {
  const portfolio = statementOf([folioOf([scheme])], { from: null, to: null });
  const lots = portfolioLots(portfolio).get(scheme);
  assert.ok(lots?.ok, lots?.ok ? '' : lots?.reason);
  return lots;
}

function unitsOf(lots: readonly Lot[]): Decimal {
  return Decimal.sum(lots.map(({ units }) => units));
}

function lot(units: number): Lot {
  return {
    units: numeral(units, 3),
    cost: null,
    acquired: null,
    mergedOn: null,
  };
}

function assertEqual(actual: Decimal | null, expected: string): void {
  const wanted = Decimal.parse(expected);
  assert.ok(actual && wanted?.equals(actual), `${actual?.toString() ?? 'null'} is not ${expected}`);
}

function numeral(digits: number, places: number): Decimal {
  return Decimal.fromInteger(digits).dividedBy(Decimal.fromInteger(10 ** places), places);
}

function hundredths(digits: number): string {
  return numeral(digits, 2).toString();
}

function thousandths(digits: number): string {
  return numeral(digits, 3).toString();
}
