import { Decimal } from '../../../../src/portfolio/decimal.ts';
import type { Folio, Portfolio, Scheme, Transaction } from '../../../../src/portfolio/model.ts';
import type { TransactionType } from '../../../../src/portfolio/transactionType.ts';

export function decimal(numeral: string): Decimal {
  const parsed = Decimal.parse(numeral);
  if (!parsed) throw new RangeError(`${numeral} is not a numeral`);
  return parsed;
}

type Figures<T> = {
  [Field in keyof T as Decimal extends T[Field] ? Field : never]?: string;
};

type RowFigures = Figures<Omit<Transaction, 'rest'>>;

/** A row as an answer has it: figures as numerals, with or without a sign. */
export function row(
  type: TransactionType,
  date: string | null,
  figures: RowFigures = {},
  description: string | null = null,
): Transaction {
  return {
    date,
    description,
    type,
    printedType: type,
    amount: figure(figures.amount),
    units: figure(figures.units),
    nav: figure(figures.nav),
    balance: figure(figures.balance),
    dividendRate: figure(figures.dividendRate),
    credit: figure(figures.credit),
    debit: figure(figures.debit),
    orderNumber: null,
    price: figure(figures.price),
    stampDuty: figure(figures.stampDuty),
    stt: figure(figures.stt),
    incomeDistribution: null,
    capitalWithdrawal: null,
    rest: [],
  };
}

type SchemeFigures = Figures<Omit<Scheme, 'rest'>> &
  Partial<Pick<Scheme, 'isin' | 'type' | 'name'>>;

/** A scheme that opens with nothing and holds `units`, which are its closing units too. */
export function schemeOf(transactions: readonly Transaction[], figures: SchemeFigures): Scheme {
  return {
    isin: figures.isin ?? null,
    name: figures.name ?? 'Sample Fund',
    type: figures.type ?? null,
    units: figure(figures.units),
    nav: figure(figures.nav),
    value: figure(figures.value),
    cost: null,
    gain: null,
    gainPercent: null,
    nominees: [],
    advisor: null,
    rtaCode: null,
    amfiCode: null,
    isDemat: null,
    openUnits: figure(figures.openUnits ?? '0'),
    closeUnits: figure(figures.closeUnits ?? figures.units),
    transactions,
    rest: [],
  };
}

export function folioOf(schemes: readonly Scheme[], folioNumber = '9000000001'): Folio {
  return {
    folioNumber,
    amc: 'Sample Mutual Fund',
    registrar: 'CAMS',
    value: null,
    holders: [],
    pan: null,
    panKyc: null,
    kyc: null,
    schemes,
    rest: [],
  };
}

/** A statement of folios and nothing else. */
export function statementOf(
  folios: readonly Folio[],
  period: { readonly from: string | null; readonly to: string | null },
): Portfolio {
  const line = { count: null, value: null };
  return {
    statement: { kind: 'CAMS_KFINTECH', ...period, generatedAt: null },
    investor: {
      name: 'Sample Investor',
      pan: 'ABCDE1234F',
      email: null,
      address: null,
      pincode: null,
      mobile: null,
      casId: null,
    },
    summary: {
      totalValue: null,
      demat: line,
      folios: line,
      insurance: line,
      nps: line,
    },
    dematAccounts: [],
    folios,
    policies: [],
    npsAccounts: [],
    rest: [],
  };
}

function figure(numeral: string | undefined): Decimal | null {
  return numeral === undefined ? null : decimal(numeral);
}
