import { Decimal } from '../../decimal.ts';
import { csvOf } from '../csv.ts';
import type { Cell, Table } from '../cells.ts';
import { SAMPLE_NOTE } from '../summaryRows.ts';
import type { Activities } from './activitiesOf.ts';
import type { Activity } from './activity.ts';
import type { ActivityFile } from './activityFile.ts';
import { Names } from './names.ts';
import { ShortcomingCount } from './shortcomingCount.ts';

/** The names that the importer maps by itself, in English. */
const COLUMNS = [
  ...['Date', 'Type', 'Value', 'Transaction Currency', 'Fees', 'Taxes', 'Shares', 'ISIN'],
  ...['Security Name', 'Note', 'Cash Account', 'Securities Account'],
] as const;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string | Decimal>>>;

/** Where money comes from and goes to; the program makes it if there is none of that name. */
const CASH = 'Bank';

/**
 * Activities as CSV for Portfolio Performance's import of portfolio transactions: its names of columns and its words for types, money with
 * a point, dates `yyyy-MM-dd`. The value of a purchase is with its stamp duty, that of a sale without STT and TDS, and these are taxes. What
 * is reinvested, and units that only moved, are deliveries at their cost. IDCW that was paid out belongs to account transactions, which
 * are another import, and is left out.
 */
export function portfolioPerformanceOf(
  { activities, shortcomings }: Activities,
  sample: boolean,
): ActivityFile {
  const names = new Names();
  const count = new ShortcomingCount(shortcomings);
  const rows: Row[] = [];
  for (const activity of activities) {
    const row = rowOf(activity);
    if (!row) {
      count.add('payouts');
      continue;
    }
    const { position, date, note } = activity;
    rows.push({
      ...row,
      Date: date,
      'Transaction Currency': 'INR',
      ISIN: position.isin?.trim() ?? '',
      'Security Name': names.security(position),
      Note: sample ? `${SAMPLE_NOTE}: ${note}` : note,
      'Cash Account': CASH,
      'Securities Account': names.account(position),
    });
  }
  return { text: csvOf(tableOf(rows)).slice(1), shortcomings: count.all };
}

function rowOf(activity: Activity): Row | null {
  switch (activity.of) {
    case 'bought': {
      const { units, amount, stampDuty } = activity.trade;
      return traded('Buy', units, amount.plus(stampDuty), stampDuty);
    }
    case 'sold': {
      const { units, amount, stt, tds } = activity.trade;
      const kept = stt.plus(tds);
      return traded('Sell', units, amount.minus(kept), kept);
    }
    case 'reinvested': {
      const { units, amount, stampDuty } = activity.trade;
      return traded('Delivery (Inbound)', units, amount.plus(stampDuty), stampDuty);
    }
    case 'came':
      return traded('Delivery (Inbound)', activity.units, activity.cost.rupees, Decimal.zero);
    case 'went':
      return traded('Delivery (Outbound)', activity.units, activity.cost.rupees, Decimal.zero);
    case 'paid-out':
      return null;
  }
}

function traded(type: string, units: Decimal, value: Decimal, taxes: Decimal): Row {
  return { Type: type, Value: value.round(2), Taxes: taxes.round(2), Shares: units };
}

function tableOf(rows: readonly Row[]): Table {
  return {
    columns: COLUMNS.map((name) => ({ name, width: 0 })),
    rows: rows.map((row) => COLUMNS.map((name) => cellOf(name, row[name]))),
  };
}

function cellOf(name: string, field: string | Decimal | undefined): Cell {
  if (field === undefined) return null;
  return typeof field === 'string'
    ? { of: name === 'Date' ? 'date' : 'text', text: field }
    : { of: 'units', value: field };
}
