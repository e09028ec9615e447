import { seededRandom } from '../../../soak/seededRandom.ts';
import { BookScheme } from './bookScheme.ts';

const DAY = 24 * 60 * 60 * 1000;
const FROM = '2019-04-01';
const TO = '2025-03-31';
const STAMP_DUTY_FROM = '2020-07-01';
const LAST_NUMBER = 999;

/** One answer of the API that nobody ever got, and which it is. */
export interface InventedBook {
  readonly name: string;
  readonly answer: object;
}

/**
 * Portfolios in which everything happens that a transaction type is for, the same for the same seed. Their figures fit together,
 * but for schemes with a row that says nothing of what it did. Every tenth one is big. No two have a scheme, folio or ISIN of the
 * same name.
 */
export function inventedBooks(count: number, seed: number): InventedBook[] {
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    if (number > LAST_NUMBER) throw new RangeError('There are no more numbers');
    const isBig = number % 10 === 0;
    return inventBook(number, isBig ? 120 : 12, seededRandom(seed + number));
  });
}

function inventBook(number: number, steps: number, random: () => number): InventedBook {
  const name = `Book ${number}`;
  const houses = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, place) => {
    return new House(`${number}${place}`, random);
  });
  for (const house of houses) {
    for (let step = 0; step < steps; step += 1) house.step(step / steps);
  }
  const answer = {
    meta: { cas_type: 'CAMS_KFINTECH', statement_period: { from: FROM, to: TO } },
    investor: { name: 'Sample Investor', pan: 'ABCDE1234F' },
    mutual_funds: houses.map((house) => house.answer()),
    nps: [
      {
        pran: `11000000${number}`,
        cra: `Example CRA ${number}`,
        funds: [{ name: `NPS ${number} Scheme E`, units: 10, nav: 12.5, value: 125, cost: 100.25 }],
      },
    ],
  };
  return { name, answer };
}

/** A folio of an AMC with some schemes. */
class House {
  readonly #id: string;
  readonly #random: () => number;
  readonly #schemes: BookScheme[] = [];
  #date: string = FROM;

  constructor(id: string, random: () => number) {
    this.#id = id;
    this.#random = random;
    for (let count = 2 + Math.floor(random() * 3); count > 0; count -= 1) this.#open(random());
  }

  answer(): object {
    return {
      amc: `Example House ${this.#id}`,
      folio_number: `${this.#id} / 1`,
      schemes: this.#schemes.map((scheme) => scheme.answer()),
    };
  }

  /** @param past how much of the statement's period is over, from 0 to 1 */
  step(past: number): void {
    const days = Math.floor((past * (Date.parse(TO) - Date.parse(FROM))) / DAY);
    this.#date = new Date(Date.parse(FROM) + days * DAY).toISOString().slice(0, 10);
    for (const scheme of this.#schemes)
      scheme.nav = Math.max(1000, Math.round(scheme.nav * (0.95 + 0.12 * this.#random())));
    const scheme = this.#any(() => true);
    const held = this.#any(({ units }) => units > 0);
    const chance = this.#random();
    if (!scheme) return;
    if (!held || chance < 0.4) this.#buy(scheme, 'PURCHASE_SIP');
    else if (chance < 0.45) this.#buy(scheme, 'PURCHASE');
    else if (chance < 0.5) this.#fail(scheme);
    else if (chance < 0.64) this.#redeem(held, this.#part(held));
    else if (chance < 0.7) this.#switch(held);
    else if (chance < 0.75) this.#payOut(held);
    else if (chance < 0.8) this.#reinvest(held);
    else if (chance < 0.84) this.#giveBonus(held);
    else if (chance < 0.87) this.#merge(held);
    else if (chance < 0.9) this.#segregate(held);
    else if (chance < 0.93) this.#transfer(held);
    else if (chance < 0.95) this.#redeem(held, held.units);
    else if (chance < 0.952) this.#mumble(held);
    else this.#note(scheme);
  }

  #open(chance: number): BookScheme {
    const place = this.#schemes.length;
    const code = `INF${this.#id.padStart(6, '0')}${String(place).padStart(3, '0')}`;
    const name = `Fund ${this.#id}-${place}`;
    const openUnits = chance < 0.15 ? 1 + Math.floor(500_000 * this.#random()) : 0;
    const type = chance < 0.6 ? 'Equity' : 'Debt';
    const scheme = new BookScheme(
      { name, isin: code, type },
      100_000 + Math.floor(900_000 * this.#random()),
      openUnits,
    );
    this.#schemes.push(scheme);
    return scheme;
  }

  #any(fits: (scheme: BookScheme) => boolean): BookScheme | null {
    const fitting = this.#schemes.filter(fits);
    return fitting[Math.floor(this.#random() * fitting.length)] ?? null;
  }

  #part({ units }: BookScheme): number {
    return Math.max(1, Math.floor(units * this.#random()));
  }

  #row(type: string, description: string) {
    return { date: this.#date, type, description };
  }

  #dutyOn(gross: number): number {
    return this.#date < STAMP_DUTY_FROM ? 0 : Math.round(gross / 20_000);
  }

  /** Prints the duty in a row, in a field of the purchase, or in both. */
  #bear(scheme: BookScheme, duty: number, buy: (more: object) => void): void {
    const how = this.#random();
    buy(duty > 0 && how < 0.4 ? { additional_info: { stamp_duty: duty / 100 } } : {});
    if (duty > 0 && how >= 0.3)
      scheme.note(this.#row('STAMP_DUTY_TAX', '*** Stamp Duty ***'), duty);
  }

  #buy(scheme: BookScheme, type: string): number {
    const gross = 10_000 * (1 + Math.floor(this.#random() * 500));
    const duty = this.#dutyOn(gross);
    const net = gross - duty;
    this.#bear(scheme, duty, (more) => {
      scheme.move(this.#row(type, 'Purchase - Online'), scheme.unitsFor(net), net, more);
    });
    return gross;
  }

  #fail(scheme: BookScheme): void {
    const before = scheme.units;
    const gross = this.#buy(scheme, 'PURCHASE_SIP');
    const units = scheme.units - before;
    const net = gross - this.#dutyOn(gross);
    const row = this.#row('REVERSAL', 'Sys. Investment Rejection');
    const chance = this.#random();
    if (chance < 0.3) scheme.move(row, -units, net);
    else if (chance < 0.6) scheme.move(row, -units, gross);
    else if (chance < 0.95) {
      scheme.units = before;
      scheme.note(row, -net, { balance: before / 1000 });
    } else {
      // A reversal of something that is not in the statement.
      scheme.units = before;
      scheme.move(row, -Math.min(units - 1, scheme.units), gross + 1);
    }
  }

  #redeem(scheme: BookScheme, units: number): void {
    const paise = scheme.worth(units);
    if (paise === 0) return;
    scheme.move(this.#row('REDEMPTION', 'Redemption less STT'), -units, paise);
    const stt = scheme.type === 'Equity' ? Math.round(paise / 100_000) : 0;
    if (stt > 0) scheme.note(this.#row('STT_TAX', '*** STT Paid ***'), stt);
    if (this.#random() < 0.1)
      scheme.note(this.#row('TDS_TAX', 'TDS on above'), Math.round(paise / 50));
  }

  #switch(scheme: BookScheme): void {
    const target = this.#any((other) => other !== scheme);
    const units = this.#part(scheme);
    const paise = scheme.worth(units);
    if (!target || paise < 1000) return;
    scheme.move(this.#row('SWITCH_OUT', 'Switch Out'), -units, paise);
    const stt = scheme.type === 'Equity' ? Math.round(paise / 100_000) : 0;
    if (stt > 0) scheme.note(this.#row('STT_TAX', '*** STT Paid ***'), stt);
    const duty = this.#dutyOn(paise - stt);
    const net = paise - stt - duty;
    this.#bear(target, duty, (more) => {
      target.move(this.#row('SWITCH_IN', 'Switch In'), target.unitsFor(net), net, more);
    });
  }

  #payOut(scheme: BookScheme): void {
    const paise = Math.max(10, Math.round(scheme.worth(scheme.units) / 50));
    scheme.note(this.#row('DIVIDEND_PAYOUT', 'IDCW Paid @ Rs.0.50 per unit'), paise);
    if (this.#random() < 0.5) scheme.note(this.#row('TDS_TAX', 'TDS'), Math.round(paise / 10));
  }

  #reinvest(scheme: BookScheme): void {
    const paise = Math.max(1000, Math.round(scheme.worth(scheme.units) / 50));
    const tds = this.#random() < 0.5 ? Math.round(paise / 10) : 0;
    const duty = this.#dutyOn(paise - tds);
    const net = paise - tds - duty;
    const row = this.#row('DIVIDEND_REINVEST', 'IDCW Reinvested @ Rs.0.50 per unit');
    this.#bear(scheme, duty, (more) => {
      scheme.move(row, scheme.unitsFor(net), net, more);
    });
    if (tds > 0) scheme.note(this.#row('TDS_TAX', 'TDS on above'), tds);
  }

  #giveBonus(scheme: BookScheme): void {
    const row = this.#row('PURCHASE', 'Bonus Units 1:2');
    scheme.move(row, Math.ceil(scheme.units / 2), 0);
  }

  #merge(scheme: BookScheme): void {
    const target = this.#any((other) => other !== scheme);
    const paise = scheme.worth(scheme.units);
    if (!target || paise < 1000) return;
    scheme.move(this.#row('SWITCH_OUT_MERGER', 'Scheme Merger - Out'), -scheme.units, paise);
    if (this.#random() < 0.1) return;
    const came = paise + Math.floor(this.#random() * 3) - 1;
    const row = this.#row('SWITCH_IN_MERGER', 'Scheme Merger - In');
    target.move(row, target.unitsFor(came), came);
  }

  #segregate(main: BookScheme): void {
    const isPriced = this.#random() < 0.7;
    const segregated = this.#open(1);
    segregated.nav = Math.max(1000, Math.floor(main.nav / 20));
    segregated.units = main.units;
    segregated.note(
      this.#row('SEGREGATION', 'Creation of units - Segregated Portfolio'),
      undefined,
      {
        units: main.units / 1000,
        balance: main.units / 1000,
        ...(isPriced ? { nav: segregated.nav / 10_000 } : {}),
      },
    );
    if (this.#random() < 0.9)
      main.note(this.#row('SEGREGATION', 'Segregated Portfolio created'), undefined, {
        nav: main.nav / 10_000,
      });
  }

  #transfer(scheme: BookScheme): void {
    if (this.#random() < 0.5) {
      const units = this.#part(scheme);
      const row = this.#row('REDEMPTION', 'Gift of Units to Another Investor');
      scheme.move(row, -units, scheme.worth(units));
    } else {
      const row = this.#row('PURCHASE', 'Transmission of Units');
      scheme.move(row, 1 + Math.floor(this.#random() * 100_000), 0);
    }
  }

  /** A row that moves units and does not say what for. */
  #mumble(scheme: BookScheme): void {
    scheme.move(this.#row('UNKNOWN', 'Unparsed narration'), 5000, 12_345);
  }

  #note(scheme: BookScheme): void {
    const isKnown = this.#random() < 0.5;
    scheme.note(this.#row(isKnown ? 'MISC' : 'UNKNOWN', 'Change of Bank Details'));
  }
}
