import { Decimal } from '../../portfolio/decimal.ts';
import type { CheckResult } from '../checks/checkResult.ts';
import type { Notes } from '../notes.ts';
import type { PrintedPension, PrintedPolicy, Statement, StatementKind } from '../statement.ts';
import { accountValue, dematAnswer } from './dematAnswer.ts';
import { folioAnswer, holderAnswer, totalOf } from './folioAnswer.ts';
import { numeralJson } from './numeralJson.ts';
import type { AnswerObject } from './numeralJson.ts';

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
 * what it warns of, which checks it made, and where each number was read.
 */
export function toAnswer(statement: Statement, notes: Notes, checks: CheckResult): string {
  const { text, sources } = numeralJson(answerOf(statement));
  const own = {
    engine: 'local',
    version: ENGINE_VERSION,
    statement: statement.kind,
    warnings: notes.warnings,
    notes: notes.notes,
    checks,
    nav_dates: navDates(statement),
    sources,
  };
  return `${text.slice(0, -1)},"x_casparser":${JSON.stringify(own)}}`;
}

function answerOf(statement: Statement): AnswerObject {
  const { kind, period, investor, folios, accounts, pensions, policies } = statement;
  const folioValues = folios.flatMap(({ schemes }) => schemes.map(({ value }) => value));
  const lines = {
    demat: line(
      accounts.length,
      Decimal.sum(accounts.map((each) => accountValue(each) ?? Decimal.zero)),
    ),
    mutual_funds: line(folios.length, totalOf(folioValues) ?? Decimal.zero),
    // Policies have a sum assured, but no value that a statement prints.
    insurance: line(policies.length, Decimal.zero),
    nps: line(pensions.length, totalOf(pensions.map(pensionValue)) ?? Decimal.zero),
  };
  return {
    meta: { cas_type: CAS_TYPES[kind], statement_period: period && { ...period } },
    investor: {
      name: investor.name,
      pan: investor.pan,
      email: investor.email,
      address: investor.address.length > 0 ? investor.address.join(', ') : null,
      pincode: investor.pincode,
      mobile: investor.mobile,
      cas_id: investor.casId,
    },
    summary: {
      total_value: Decimal.sum(Object.values(lines).map(({ total_value }) => total_value)),
      accounts: lines,
    },
    demat_accounts: accounts.map(dematAnswer),
    mutual_funds: folios.map(folioAnswer),
    insurance: { life_insurance_policies: policies.map(policyAnswer) },
    nps: pensions.map(pensionAnswer),
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

function line(count: number, value: Decimal): { count: Decimal; total_value: Decimal } {
  return { count: Decimal.fromInteger(count), total_value: value };
}

function pensionValue({ value, funds }: PrintedPension): PrintedPension['value'] {
  if (value) return value;
  const total = totalOf(funds.map((fund) => fund.value));
  return total && { value: total, page: funds[0]?.place.page ?? 1, row: funds[0]?.place.row ?? 1 };
}

function policyAnswer(policy: PrintedPolicy): AnswerObject {
  return {
    policy_number: policy.number,
    provider: policy.provider,
    policy_name: policy.name,
    life_assured: policy.lifeAssured,
    status: policy.status,
    sum_assured: policy.sumAssured,
    premium_amount: policy.premium,
    premium_frequency: policy.frequency,
  };
}

function pensionAnswer(pension: PrintedPension): AnswerObject {
  return {
    pran: pension.pran,
    cra: pension.cra,
    value: pensionValue(pension),
    linked_holders: pension.holders.map(holderAnswer),
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
