import { readFileSync } from 'node:fs';
import { fixturePath } from './fixtures.ts';
import type { FixtureKind, ReadAnswer, ReadScheme } from './fixtures.ts';

/** What a fixture says, as the JSON beside it has it. Decimals are strings. */
export interface Truth {
  readonly period: { readonly from: string; readonly to: string };
  readonly investor: {
    readonly name: string;
    readonly email?: string;
    readonly mobile?: string;
    readonly address: readonly string[];
  };
  readonly folios?: readonly {
    readonly folio: string;
    readonly amc?: string;
    readonly PAN?: string;
    readonly schemes: readonly TruthScheme[];
  }[];
  readonly accounts?: readonly {
    readonly type: string;
    readonly broker?: string;
    readonly dp?: string;
    readonly cl?: string;
    readonly value: string;
    readonly equities: readonly TruthHolding[];
    readonly mfs: readonly TruthHolding[];
  }[];
}

interface TruthScheme {
  readonly scheme: string;
  readonly code: string;
  readonly isin: string;
  readonly advisor?: string;
  readonly rta: string;
  readonly nominees?: readonly string[];
  readonly open?: string;
  readonly close: string;
  readonly cost: string;
  readonly nav: string;
  readonly navDate: string;
  readonly value: string;
  readonly txns?: readonly {
    readonly date: string;
    readonly desc: string;
    readonly amount: string | null;
    readonly units: string | null;
    readonly nav: string | null;
    readonly balance: string | null;
  }[];
}

interface TruthHolding {
  readonly isin: string;
  readonly name: string;
  readonly folio?: string;
  readonly shares?: string;
  readonly units?: string;
  readonly price?: string;
  readonly nav?: string;
  readonly value: string;
  readonly cost?: string;
  readonly pnl?: string;
  readonly ret?: string;
}

export function truthOf(kind: FixtureKind): Truth {
  return JSON.parse(readFileSync(fixturePath(`${kind}.truth.json`), 'utf8')) as Truth;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function isoDate(text: string): string {
  const [day = '', name = '', year = ''] = text.split('-');
  if (day.length === 4) return text;
  const month = /^\d+$/.test(name)
    ? name
    : String(MONTHS.indexOf(name.toLowerCase()) + 1).padStart(2, '0');
  return `${year}-${month}-${day}`;
}

/** The truth field by field: a path, and what must stand there. */
export function truthFields(truth: Truth): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  fields.set('period', `${isoDate(truth.period.from)} ${isoDate(truth.period.to)}`);
  fields.set('investor.name', truth.investor.name);
  fields.set('investor.address', truth.investor.address.join(', '));
  if (truth.investor.email !== undefined) fields.set('investor.email', truth.investor.email);
  if (truth.investor.mobile !== undefined) fields.set('investor.mobile', truth.investor.mobile);
  truth.folios?.forEach((folio, index) => {
    const path = `folio ${index}`;
    fields.set(`${path} number`, folio.folio);
    if (folio.amc !== undefined) fields.set(`${path} amc`, folio.amc);
    if (folio.PAN !== undefined) fields.set(`${path} pan`, folio.PAN);
    folio.schemes.forEach((scheme, at) => setScheme(fields, `${path} scheme ${at}`, scheme));
    fields.set(`${path} schemes`, folio.schemes.length);
  });
  if (truth.folios) fields.set('folios', truth.folios.length);
  const demat = truth.accounts?.filter(({ dp }) => dp !== undefined) ?? [];
  demat.forEach((account, index) => {
    const path = `account ${index}`;
    fields.set(`${path} id`, `${account.dp ?? ''} ${account.cl ?? ''}`);
    fields.set(`${path} type`, account.type.slice(0, 4));
    fields.set(`${path} broker`, account.broker);
    fields.set(`${path} value`, account.value);
    account.equities.forEach((each, at) => setHolding(fields, `${path} equity ${at}`, each));
    account.mfs.forEach((each, at) => setHolding(fields, `${path} fund ${at}`, each));
    fields.set(`${path} holdings`, account.equities.length + account.mfs.length);
  });
  const folios =
    truth.accounts?.filter(({ dp }) => dp === undefined).flatMap(({ mfs }) => mfs) ?? [];
  folios.forEach((fund, index) => {
    const path = `depository fund ${index}`;
    setHolding(fields, path, fund);
    fields.set(`${path} folio`, fund.folio);
    fields.set(`${path} cost`, fund.cost);
    fields.set(`${path} gain`, fund.pnl);
    fields.set(`${path} gain or return %`, fund.ret);
  });
  return fields;
}

function setScheme(fields: Map<string, unknown>, path: string, scheme: TruthScheme): void {
  const {
    scheme: name,
    code,
    isin,
    advisor,
    rta,
    nominees,
    open,
    close,
    cost,
    nav,
    navDate,
    value,
  } = scheme;
  const plain = { name, code, isin, rta, close, cost, nav, navDate, value };
  for (const [key, each] of Object.entries(plain)) fields.set(`${path} ${key}`, each);
  if (advisor !== undefined) fields.set(`${path} advisor`, advisor);
  if (nominees) fields.set(`${path} nominees`, nominees.join('; '));
  if (open !== undefined) fields.set(`${path} open`, open);
  // Marker rows hold no money: the engine keeps them as notes.
  const rows = scheme.txns?.filter(({ amount, units }) => amount !== null || units !== null) ?? [];
  rows.forEach((row, index) => {
    for (const [key, each] of Object.entries(row)) fields.set(`${path} row ${index} ${key}`, each);
  });
  fields.set(`${path} rows`, rows.length);
}

function setHolding(fields: Map<string, unknown>, path: string, holding: TruthHolding): void {
  fields.set(`${path} isin`, holding.isin);
  fields.set(`${path} name`, holding.name);
  fields.set(`${path} units`, sameNumber(holding.shares ?? holding.units));
  fields.set(`${path} price`, sameNumber(holding.price ?? holding.nav));
  fields.set(`${path} value`, holding.value);
}

/** Units and prices are printed with more zeros than the truth has. */
function sameNumber(text: string | undefined): string | undefined {
  return text?.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** An answer under the same paths. */
export function answerFields(answer: ReadAnswer): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  const { statement_period: period } = answer.meta;
  fields.set('period', `${period?.from ?? ''} ${period?.to ?? ''}`);
  for (const key of ['name', 'address', 'email', 'mobile'])
    fields.set(`investor.${key}`, answer.investor[key]);
  answer.mutual_funds.forEach((folio, index) => {
    const path = `folio ${index}`;
    fields.set(`${path} number`, folio.folio_number);
    fields.set(`${path} amc`, folio.amc);
    fields.set(`${path} pan`, folio.additional_info.pan);
    fields.set(`${path} schemes`, folio.schemes.length);
    folio.schemes.forEach((scheme, at) => {
      const date = (answer.x_casparser as unknown as { nav_dates: Record<string, string> })
        .nav_dates;
      setAnswerScheme(fields, `${path} scheme ${at}`, scheme, folio.registrar);
      fields.set(`${path} scheme ${at} navDate`, date[`/mutual_funds/${index}/schemes/${at}`]);
    });
  });
  fields.set('folios', answer.mutual_funds.length);
  answer.demat_accounts.forEach((account, index) => {
    const path = `account ${index}`;
    fields.set(`${path} id`, `${account.dp_id} ${account.client_id}`);
    fields.set(`${path} type`, account.demat_type);
    fields.set(`${path} broker`, account.dp_name);
    fields.set(`${path} value`, account.value);
    let count = 0;
    for (const [kind, holdings] of Object.entries(account.holdings)) {
      const name = kind === 'demat_mutual_funds' ? 'fund' : kind === 'equities' ? 'equity' : kind;
      count += holdings.length;
      holdings.forEach((holding, at) => {
        const each = `${path} ${name} ${at}`;
        fields.set(`${each} isin`, holding.isin);
        fields.set(`${each} name`, holding.name);
        fields.set(`${each} units`, sameNumber(holding.units));
        fields.set(`${each} price`, sameNumber(holding.additional_info.market_value));
        fields.set(`${each} value`, holding.value);
      });
    }
    fields.set(`${path} holdings`, count);
  });
  answer.mutual_funds
    .flatMap((folio) => folio.schemes.map((scheme) => ({ folio, scheme })))
    .forEach(({ folio, scheme }, index) => {
      const path = `depository fund ${index}`;
      fields.set(`${path} isin`, scheme.isin);
      fields.set(`${path} name`, scheme.name);
      fields.set(`${path} units`, sameNumber(scheme.units));
      fields.set(`${path} price`, sameNumber(scheme.nav));
      fields.set(`${path} value`, scheme.value);
      fields.set(`${path} folio`, folio.folio_number);
      fields.set(`${path} cost`, scheme.cost);
      fields.set(`${path} gain`, scheme.gain?.absolute);
      // NSDL prints the return of a year, CDSL the gain in percent of the cost.
      const { annualised_return } = scheme.additional_info;
      fields.set(`${path} gain or return %`, annualised_return ?? scheme.gain?.percentage);
    });
  return fields;
}

function setAnswerScheme(
  fields: Map<string, unknown>,
  path: string,
  scheme: ReadScheme,
  registrar: string | undefined,
): void {
  fields.set(`${path} name`, scheme.name);
  fields.set(`${path} code`, scheme.additional_info.rta_code);
  fields.set(`${path} isin`, scheme.isin);
  fields.set(`${path} advisor`, scheme.additional_info.advisor);
  fields.set(`${path} rta`, registrar);
  fields.set(`${path} nominees`, scheme.nominees.join('; '));
  fields.set(`${path} open`, scheme.additional_info.open_units);
  fields.set(`${path} close`, scheme.units);
  fields.set(`${path} cost`, scheme.cost);
  fields.set(`${path} nav`, scheme.nav);
  fields.set(`${path} value`, scheme.value);
  fields.set(`${path} rows`, scheme.transactions.length);
  scheme.transactions.forEach((row, index) => {
    const each = `${path} row ${index}`;
    fields.set(`${each} date`, row.date);
    fields.set(`${each} desc`, row.description);
    fields.set(`${each} amount`, row.amount ?? null);
    fields.set(`${each} units`, row.units ?? null);
    fields.set(`${each} nav`, row.nav ?? null);
    fields.set(`${each} balance`, row.balance ?? null);
  });
}
