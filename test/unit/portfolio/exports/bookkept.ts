import { Decimal } from '../../../../src/portfolio/decimal.ts';
import { costOf } from '../../../../src/portfolio/lots/lot.ts';
import type { LotStep } from '../../../../src/portfolio/lots/lotQueue.ts';
import { portfolioLots } from '../../../../src/portfolio/lots/portfolioLots.ts';
import type { Portfolio } from '../../../../src/portfolio/model.ts';
import { positions } from '../../../../src/portfolio/positions.ts';
import type { Position } from '../../../../src/portfolio/positions.ts';

/** What a program should have of one security after it has read an export; INR. */
export interface Bookkept {
  readonly units: string;
  /** What came into it without stamp duty, and what left it: a sale at what it brought, other units at their cost. */
  readonly came: string;
  readonly went: string;
}

/** What a program should have of the money of a whole portfolio, INR. */
export interface Money {
  /** Stamp duty, STT and TDS of purchases, reinvestments and sales. */
  readonly charges: string;
  /** IDCW before anything was kept back of it. */
  readonly dividends: string;
  /** TDS of IDCW. */
  readonly kept: string;
  /** What the bank got, less what it paid. */
  readonly bank: string;
}

/** The securities by their ISIN, as the lots of the page have them, and their money. */
export function bookkept(portfolio: Portfolio): {
  readonly securities: ReadonlyMap<string, Bookkept>;
  readonly money: Money;
} {
  const lots = portfolioLots(portfolio);
  const securities = new Map<string, Bookkept>();
  const all: LotStep[] = [];
  for (const position of positions(portfolio)) {
    const { source, isin } = position;
    const known = source.of === 'scheme' ? lots.get(source.scheme) : undefined;
    const steps = known?.ok ? known.steps : [closing(position)];
    const before = securities.get(isin ?? '');
    all.push(...steps);
    const came = Decimal.sum(steps.map(valueIn));
    const went = Decimal.sum(steps.map(valueOut));
    securities.set(isin ?? '', {
      units: plain(numeral(before?.units).plus(position.units ?? Decimal.zero)),
      came: plain(numeral(before?.came).plus(came)),
      went: plain(numeral(before?.went).plus(went)),
    });
  }
  return { securities, money: moneyOf(all) };
}

/** The same spelling for the same number. */
export function plain(figure: Decimal): string {
  return figure.trimmed(0).toString();
}

export function numeral(text: string | undefined): Decimal {
  const figure = Decimal.parse(text ?? '0');
  if (!figure) throw new Error(`${text ?? ''} is no number.`);
  return figure;
}

function closing({ units, cost, value }: Position): LotStep {
  const lot = { units: units ?? Decimal.zero, cost: cost ?? value, acquired: null, mergedOn: null };
  return { movement: null, came: [lot], went: [] };
}

/** Units whose cost is not known come at the value of that day. */
function valueIn({ movement, came }: LotStep): Decimal {
  if (came.length === 0) return Decimal.zero;
  const cost = costOf(came);
  if (cost) return cost.minus(movement?.stampDuty ?? Decimal.zero);
  const units = Decimal.sum(came.map((lot) => lot.units));
  return units.times(movement?.row.nav ?? Decimal.zero).round(2);
}

function valueOut({ movement, went }: LotStep): Decimal {
  if (went.length === 0) return Decimal.zero;
  if (movement?.kind === 'sale' && movement.amount) return movement.amount;
  const units = Decimal.sum(went.map((lot) => lot.units));
  return costOf(went) ?? units.times(movement?.row.nav ?? Decimal.zero).round(2);
}

function moneyOf(steps: readonly LotStep[]): Money {
  let [charges, dividends, kept, bank] = [Decimal.zero, Decimal.zero, Decimal.zero, Decimal.zero];
  for (const { movement } of steps) {
    if (!movement?.amount) continue;
    const { kind, amount, stampDuty, stt, tds, row } = movement;
    const isSwitch = row.type.startsWith('SWITCH');
    if (kind === 'purchase') {
      charges = charges.plus(stampDuty);
      if (!isSwitch) bank = bank.minus(amount).minus(stampDuty);
    } else if (kind === 'sale') {
      charges = charges.plus(stt).plus(tds);
      if (!isSwitch) bank = bank.plus(amount).minus(stt).minus(tds);
    } else if (kind === 'reinvestment') {
      charges = charges.plus(stampDuty);
      dividends = dividends.plus(amount).plus(stampDuty).plus(tds);
      kept = kept.plus(tds);
    } else if (kind === 'payout') {
      dividends = dividends.plus(amount);
      kept = kept.plus(tds);
      bank = bank.plus(amount).minus(tds);
    }
  }
  return {
    charges: plain(charges),
    dividends: plain(dividends),
    kept: plain(kept),
    bank: plain(bank),
  };
}
