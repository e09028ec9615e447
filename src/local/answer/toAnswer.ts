import { Decimal } from '../../portfolio/decimal.ts';
import type { CheckResult } from '../checks/checkResult.ts';
import type { Found } from '../found.ts';
import type { Notes } from '../notes.ts';
import type { PrintedPension, PrintedPolicy, Statement, StatementKind } from '../statement.ts';
import { accountValue, dematAnswer } from './dematAnswer.ts';
import { folioAnswer, holderAnswer, identifier } from './folioAnswer.ts';
import { numeralJson } from './numeralJson.ts';
import { sumOf, totalOf } from './sums.ts';
import { Identifier, WorkedOut } from './value.ts';
import type { AnswerObject } from './value.ts';

/** Goes up when the same PDF may give another answer than before. */
export const ENGINE_VERSION = '2';

const CAS_TYPES: Readonly<Record<StatementKind, string>> = {
  'cams-detailed': 'CAMS_KFINTECH',
  'cams-summary': 'CAMS_KFINTECH',
  'kfintech-detailed': 'CAMS_KFINTECH',
  'kfintech-summary': 'CAMS_KFINTECH',
  nsdl: 'NSDL',
  cdsl: 'CDSL',
};

/**
 * The statement as JSON text in the shape of the service's answer (UnifiedResponse), with `x_casparser` beside it: which engine,
 * what it warns of, which checks it made, which values they confirm, and where each number was read.
 */
export function toAnswer(statement: Statement, notes: Notes, checks: CheckResult): string {
  const { text, sources, confirmation } = numeralJson(
    answerOf(statement, notes.found),
    notes.found,
  );
  const { counts, unconfirmed, fallback } = confirmation;
  const own = {
    engine: 'local',
    version: ENGINE_VERSION,
    statement: statement.kind,
    warnings: notes.warnings,
    notes: notes.notes,
    checks,
    confirmation: { counts, unconfirmed, fallback },
    nav_dates: navDates(statement),
    sources,
  };
  return `${text.slice(0, -1)},"x_casparser":${JSON.stringify(own)}}`;
}

function answerOf(statement: Statement, found: Found): AnswerObject {
  const { kind, period, investor, folios, accounts, pensions, policies } = statement;
  const folioValues = folios.flatMap(({ schemes }) => schemes.map(({ value }) => value));
  const lines = {
    demat: line(accounts.length, totalOf(accounts.map((each) => accountValue(each, found)))),
    mutual_funds: line(folios.length, totalOf([sumOf(folioValues, found)])),
    // Policies have a sum assured, but no value that a statement prints.
    insurance: line(policies.length, totalOf([])),
    nps: line(pensions.length, totalOf(pensions.map((each) => pensionValue(each, found)))),
  };
  return {
    meta: { cas_type: CAS_TYPES[kind], statement_period: period && { ...period } },
    investor: {
      name: identifier(investor.name, found.ofField(investor, 'name')),
      pan: identifier(investor.pan, found.ofField(investor, 'pan')),
      email: investor.email,
      address: investor.address.length > 0 ? investor.address.join(', ') : null,
      pincode: investor.pincode,
      mobile: investor.mobile,
      cas_id: identifier(investor.casId, found.ofField(investor, 'casId')),
    },
    summary: {
      total_value: totalOf(Object.values(lines).map(({ total_value }) => total_value)),
      accounts: lines,
    },
    demat_accounts: accounts.map((account) => dematAnswer(account, found)),
    mutual_funds: folios.map((folio) => folioAnswer(folio, found)),
    insurance: { life_insurance_policies: policies.map(policyAnswer) },
    nps: pensions.map((pension) => pensionAnswer(pension, found)),
  };
}

/** The day of each scheme's NAV, which the answer's shape has no field for. */
function navDates({ folios }: Statement): Record<string, string> {
  const dates: Record<string, string> = {};
  folios.forEach(({ schemes }, folio) =>
    schemes.forEach(({ navDate }, scheme) => {
      if (navDate !== null) dates[`/mutual_funds/${folio}/schemes/${scheme}`] = navDate;
    }),
  );
  return dates;
}

function line(count: number, value: WorkedOut): { count: Decimal; total_value: WorkedOut } {
  return { count: Decimal.fromInteger(count), total_value: value };
}

function pensionValue({ value, funds }: PrintedPension, found: Found): WorkedOut | null {
  if (value) return new WorkedOut(value.value, found.ofFigure(value));
  const sum = sumOf(
    funds.map((fund) => fund.value),
    found,
  );
  return sum && new WorkedOut(sum.value, 'sum-of-holdings');
}

function policyAnswer(policy: PrintedPolicy): AnswerObject {
  return {
    policy_number: identifier(policy.number, 'read'),
    provider: policy.provider,
    policy_name: policy.name,
    life_assured: policy.lifeAssured,
    status: policy.status,
    sum_assured: policy.sumAssured,
    premium_amount: policy.premium,
    premium_frequency: policy.frequency,
  };
}

function pensionAnswer(pension: PrintedPension, found: Found): AnswerObject {
  const holders = found.ofField(pension, 'holders');
  return {
    pran: new Identifier(pension.pran, found.ofField(pension, 'pran')),
    cra: pension.cra,
    value: pension.value ?? pensionValue(pension, found),
    linked_holders: pension.holders.map((holder) => holderAnswer(holder, holders)),
    funds: pension.funds.map((fund) => ({
      name: fund.name,
      units: fund.units,
      nav: fund.nav,
      value: fund.value,
      cost: fund.cost,
      additional_info: {
        tier: fund.tier === null ? null : Decimal.parse(fund.tier),
        manager: fund.manager,
      },
    })),
  };
}
