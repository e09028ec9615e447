/**
 * What the page must show of a sample, worked out again and in another way: amounts as whole paise, grouping by the browser's own
 * rules for India, the return by halving an interval. Nothing of the extension is used.
 */

interface Transaction {
  readonly date: string;
  readonly type: string;
  readonly amount: number | null;
  readonly units: number | null;
  readonly nav: number | null;
}

interface Holding {
  readonly isin?: string;
  readonly name: string;
  readonly units: number;
  readonly value: number;
  readonly nav?: number;
  readonly cost?: number;
  readonly gain?: { readonly percentage: number };
  readonly transactions?: readonly Transaction[];
  readonly additional_info?: { readonly open_units?: number; readonly tier?: number };
}

export interface SampleAnswer {
  readonly meta: { readonly cas_type: string; readonly statement_period: { readonly to: string } };
  readonly summary: { readonly total_value: number };
  readonly demat_accounts: readonly { readonly holdings: Record<string, readonly Holding[]> }[];
  readonly mutual_funds: readonly { readonly schemes: readonly Holding[] }[];
  readonly nps: readonly { readonly funds: readonly Holding[] }[];
  readonly insurance: {
    readonly life_insurance_policies: readonly {
      policy_name: string;
      policy_number: string;
      sum_assured: number;
    }[];
  };
}

export interface ExpectedFigures {
  readonly total: string;
  readonly cost: string;
  readonly gain: string;
  readonly xirr: string | null;
  /** By name and code: units, price, cost, value, gain in percent, XIRR, weight. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
}

export function expectedFigures(answer: SampleAnswer): ExpectedFigures {
  const securities = answer.demat_accounts.flatMap(({ holdings }) =>
    Object.values(holdings).flat(),
  );
  const schemes = answer.mutual_funds.flatMap((folio) => folio.schemes);
  const funds = answer.nps.flatMap((account) => account.funds);
  const all = [...securities, ...schemes, ...funds];
  const whole = all.reduce((sum, { value }) => sum + paise(value), 0);
  const decimals = Math.max(...all.map(({ units }) => places(units)));
  const prices = all.map((holding) => price(holding, answer));
  const priceDecimals = Math.max(2, ...prices.map((one) => places(one ?? 0)));
  const paid = all.filter(({ cost, units }) => cost !== undefined && units !== 0);
  const cost = paid.reduce((sum, one) => sum + paise(one.cost ?? 0), 0);
  const worth = paid.reduce((sum, one) => sum + paise(one.value), 0);
  const flows = schemes.map((scheme) => flowsOf(scheme, answer));
  const rate = xirr(flows.flatMap((some) => some ?? []));
  const rows = all.map((holding, index): [string, string[]] => {
    const own = xirr(schemes.includes(holding) ? (flowsOf(holding, answer) ?? []) : []);
    const tier = holding.additional_info?.tier;
    const code = tier === undefined ? (holding.isin ?? '') : `Tier ${'I'.repeat(tier)}`;
    return [
      `${holding.name} ${code}`,
      [
        grouped(holding.units, decimals),
        prices[index] === null ? ABSENT : grouped(prices[index] ?? 0, priceDecimals),
        holding.cost === undefined ? ABSENT : rupees(holding.cost),
        rupees(holding.value),
        gainPercent(holding),
        own === null ? NO_RATE : percent(own * 100, 2),
        percent((paise(holding.value) / whole) * 100, 1),
      ],
    ];
  });
  const policies = answer.insurance.life_insurance_policies.map(
    ({ policy_name, policy_number, sum_assured }): [string, string[]] => [
      `${policy_name} ${policy_number}`,
      [ABSENT, ABSENT, ABSENT, `cover ${rupees(sum_assured)}`, ABSENT, NO_RATE, ABSENT],
    ],
  );
  return {
    total: rupees(answer.summary.total_value),
    cost: rupees(cost / 100),
    gain: `${worth >= cost ? '+' : '−'}${rupees(Math.abs(worth - cost) / 100)}`,
    xirr: rate === null ? null : percent(rate * 100, 2),
    rows: Object.fromEntries([...rows, ...policies]),
  };
}

const ABSENT = '–\nnot in this statement';
/** No statement prints a rate. Why there is none comes after it. */
const NO_RATE = '–\ncannot be computed';

function paise(amount: number): number {
  return Math.round(amount * 100);
}

function places(number: number): number {
  return String(number).split('.')[1]?.length ?? 0;
}

function grouped(number: number, decimals: number): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat('en-IN', digits).format(number);
}

function rupees(amount: number): string {
  return `₹${grouped(amount, 2)}`;
}

function percent(number: number, decimals: number): string {
  return `${grouped(number, decimals)}\u00A0%`;
}

/** A depository's statement may print the average cost of a folio where others print the NAV. */
function price(
  { value, units, nav, additional_info }: Holding,
  { meta }: SampleAnswer,
): number | null {
  const nps = additional_info?.tier !== undefined;
  if ((nps || meta.cas_type === 'CAMS_KFINTECH') && nav !== undefined) return nav;
  return units === 0 ? (nav ?? null) : Math.round((value / units) * 10_000) / 10_000;
}

function gainPercent({ gain, cost, value }: Holding): string {
  const made = gain?.percentage ?? (cost ? ((value - cost) / cost) * 100 : null);
  if (made === null || cost === undefined) return ABSENT;
  const sign = made > 0 ? '+' : made < 0 ? '−' : '';
  return `${sign}${percent(Math.abs(made), 2)}`;
}

type Flow = readonly [day: number, amount: number];

const IN = /^(PURCHASE|PURCHASE_SIP|SWITCH_IN|SWITCH_IN_MERGER)$/;
const OUT = /^(REDEMPTION|SWITCH_OUT|SWITCH_OUT_MERGER|DIVIDEND_PAYOUT)$/;

/** Null where the statement does not begin with the first unit. */
function flowsOf(scheme: Holding, { meta }: SampleAnswer): Flow[] | null {
  const transactions = scheme.transactions ?? [];
  if (transactions.length === 0 || (scheme.additional_info?.open_units ?? 0) !== 0) return null;
  const flows: Flow[] = [];
  for (const { date, type, amount } of transactions) {
    const size = Math.abs(amount ?? 0);
    if (IN.test(type) || /STAMP|STT|TDS/.test(type)) flows.push([dayOf(date), -size]);
    else if (OUT.test(type)) flows.push([dayOf(date), size]);
    else if (type === 'REVERSAL') flows.splice(undone(flows, size), 1);
  }
  if (scheme.units !== 0) flows.push([dayOf(meta.statement_period.to), scheme.value]);
  return flows;
}

/** A purchase whose payment failed never happened. */
function undone(flows: readonly Flow[], size: number): number {
  return flows.findLastIndex(([, amount]) => amount === -size);
}

function dayOf(date: string): number {
  return Date.parse(date) / 86_400_000;
}

function xirr(flows: readonly Flow[]): number | null {
  const start = Math.min(...flows.map(([day]) => day));
  const worth = (rate: number) =>
    flows.reduce((sum, [day, amount]) => sum + amount / (1 + rate) ** ((day - start) / 365), 0);
  let [low, high] = [-0.99, 100];
  if (flows.length < 2 || worth(low) * worth(high) > 0) return null;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (worth(low) * worth(middle) <= 0) high = middle;
    else low = middle;
  }
  return low;
}
