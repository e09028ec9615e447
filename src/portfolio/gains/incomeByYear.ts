import { Decimal } from '../decimal.ts';
import type { Movement } from '../lots/movement.ts';
import { readMovements } from '../lots/readMovements.ts';
import type { Portfolio } from '../model.ts';
import { financialYear } from './financialYear.ts';

/** What the schemes of a statement paid and were charged in one financial year, INR. */
export interface IncomeOfYear {
  /** `2024-25`. */
  readonly financialYear: string;
  /** IDCW paid out and reinvested, before TDS. */
  readonly idcw: Decimal;
  readonly tds: Decimal;
  readonly stampDuty: Decimal;
  readonly stt: Decimal;
}

export interface IncomeByYear {
  /** The latest first; years without any are not there. */
  readonly years: readonly IncomeOfYear[];
  /** Of how many schemes with transactions it cannot be told. */
  readonly leftOut: number;
}

/** Sums IDCW, TDS, stamp duty and STT up by year. What a reversal undid does not count. */
export function incomeByYear({ folios }: Portfolio): IncomeByYear {
  const movements: Movement[] = [];
  let leftOut = 0;
  for (const { transactions } of folios.flatMap(({ schemes }) => schemes)) {
    const read = readMovements(transactions);
    if (!read.ok) leftOut += 1;
    else for (const movement of read.movements) movements.push(movement);
  }
  const byYear = [...Map.groupBy(movements, ({ day }) => financialYear(day))];
  byYear.sort(([one], [other]) => (one < other ? 1 : -1));
  const years = byYear.map(([year, ofYear]) => incomeOf(year, ofYear));
  return { years: years.filter(hasAny), leftOut };
}

function incomeOf(year: string, movements: readonly Movement[]): IncomeOfYear {
  return {
    financialYear: year,
    idcw: Decimal.sum(
      movements.flatMap(({ kind, amount }) => (PAYS.has(kind) && amount ? [amount] : [])),
    ),
    tds: Decimal.sum(movements.map(({ tds }) => tds)),
    stampDuty: Decimal.sum(movements.map(({ stampDuty }) => stampDuty)),
    stt: Decimal.sum(movements.map(({ stt }) => stt)),
  };
}

const PAYS: ReadonlySet<Movement['kind']> = new Set(['payout', 'reinvestment']);

function hasAny({ idcw, tds, stampDuty, stt }: IncomeOfYear): boolean {
  return [idcw, tds, stampDuty, stt].some(({ sign }) => sign !== 0);
}
