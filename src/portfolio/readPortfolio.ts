import { hasSection } from './answerSections.ts';
import { type FoliosOfBoth, type OtherFolio, foliosOfBoth } from './bothFolioLists.ts';
import { isJsonObject, parseExactJson } from './exactJson.ts';
import type { JsonObject, JsonValue } from './exactJson.ts';
import { Fields } from './fields.ts';
import type { Investor, Portfolio, Statement, Summary, SummaryLine } from './model.ts';
import { readDematAccount } from './readDemat.ts';
import { readFolio } from './readFolios.ts';
import { readPolicy } from './readInsurance.ts';
import { readNpsAccount } from './readNps.ts';

export type ReadResult =
  | { readonly ok: true; readonly portfolio: Portfolio; readonly raw: JsonObject }
  | { readonly ok: false; readonly reason: 'not-json' | 'not-a-portfolio' };

/**
 * Reads an answer of the CAS Parser API (UnifiedResponse), or a saved one. Tolerant: any part may be missing, null or of another
 * type, and whatever is not understood is kept in the `rest` of the nearest object. Never throws.
 */
export function readPortfolio(text: string): ReadResult {
  let raw: JsonValue;
  try {
    raw = parseExactJson(text);
  } catch (error) {
    // Anything but a SyntaxError: JSON that is nested deeper than the parser goes, as no portfolio is.
    return { ok: false, reason: error instanceof SyntaxError ? 'not-json' : 'not-a-portfolio' };
  }
  return readAnswer(raw);
}

/** The same for an answer that `parseExactJson` has parsed. */
export function readAnswer(raw: JsonValue): ReadResult {
  if (!isJsonObject(raw) || !hasSection(raw)) {
    return { ok: false, reason: 'not-a-portfolio' };
  }
  return { ok: true, portfolio: readSections(new Fields(raw)), raw };
}

function readSections(answer: Fields): Portfolio {
  const { folios, rest } = readFolios(answer);
  return {
    statement: readStatement(answer),
    investor: readInvestor(answer.section('investor')),
    summary: readSummary(answer.section('summary')),
    dematAccounts: answer.list('demat_accounts', readDematAccount),
    folios,
    policies: answer.section('insurance').list('life_insurance_policies', readPolicy),
    npsAccounts: answer.list('nps', readNpsAccount),
    rest: [...answer.rest(), ...rest],
  };
}

/** Under `folios` some clients met what the specification calls `mutual_funds`. Where both are filled, they may be the same. */
function readFolios(answer: Fields): FoliosOfBoth {
  const folios = answer.list('mutual_funds', readFolio);
  const others = answer.objects('folios', (object, list, index): OtherFolio => {
    const place = list.in(index);
    return { folio: readFolio(new Fields(object, place)), object, path: place.toString() };
  });
  return folios.length > 0
    ? foliosOfBoth(folios, others)
    : { folios: others.map(({ folio }) => folio), rest: [] };
}

function readStatement(answer: Fields): Statement {
  const meta = answer.section('meta');
  const period = meta.section('statement_period');
  const kinds = ['CDSL', 'NSDL', 'CAMS_KFINTECH'] as const;
  return {
    // The API's sandbox page still prints an older shape, with `cas_type` at the top.
    kind: meta.oneOf('cas_type', kinds) ?? answer.oneOf('cas_type', kinds),
    from: period.day('from'),
    to: period.day('to'),
    generatedAt: meta.text('generated_at'),
  };
}

function readInvestor(investor: Fields): Investor {
  return {
    name: investor.text('name'),
    pan: investor.text('pan'),
    email: investor.text('email'),
    address: investor.text('address'),
    pincode: investor.text('pincode'),
    mobile: investor.text('mobile'),
    casId: investor.text('cas_id'),
  };
}

function readSummary(summary: Fields): Summary {
  const accounts = summary.section('accounts');
  return {
    totalValue: summary.decimal('total_value'),
    demat: readSummaryLine(accounts.section('demat')),
    folios: readSummaryLine(accounts.section('mutual_funds')),
    insurance: readSummaryLine(accounts.section('insurance')),
    nps: readSummaryLine(accounts.section('nps')),
  };
}

function readSummaryLine(line: Fields): SummaryLine {
  return { count: line.decimal('count'), value: line.decimal('total_value') };
}
