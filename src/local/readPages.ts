import { toAnswer } from './answer/toAnswer.ts';
import { checkFolios } from './checks/checkFolios.ts';
import { checkHouses } from './checks/checkHouses.ts';
import { checkDividends } from './checks/checkDividends.ts';
import { checkStampDuty } from './checks/checkStampDuty.ts';
import { confirmTransactions } from './checks/confirmTransactions.ts';
import { checkStt } from './checks/checkStt.ts';
import { checkPageNumbers } from './checks/pageNumbers.ts';
import { Checks } from './checks/checkResult.ts';
import { readDepository } from './grammars/depository/depository.ts';
import { checkDepository } from './checks/checkDepository.ts';
import { readDetailed } from './grammars/registrar/detailed.ts';
import { readSummary } from './grammars/registrar/summary.ts';
import { checkSummary } from './checks/checkSummary.ts';
import { identify } from './identify.ts';
import { LocalParseError } from './localParseError.ts';
import { Notes } from './notes.ts';
import type { LocalWarning } from './notes.ts';
import type { PdfText } from './pdf/run.ts';
import type { PrintedFolio, Statement, StatementKind } from './statement.ts';

export interface LocalAnswer {
  /** JSON in the shape of the service's answer, with `x_casparser` beside it. */
  readonly text: string;
  readonly warnings: readonly LocalWarning[];
}

/**
 * Reads the portfolio from a statement's pages, and lets the statement prove itself.
 * @throws LocalParseError when this is no statement that can be read here
 */
export function readPages(pdf: PdfText): LocalAnswer {
  const kind = identify(pdf);
  const notes = new Notes();
  const checks = new Checks(notes);
  const statement = readKind(kind, pdf, notes, checks);
  checkPageNumbers(pdf.pages, checks);
  for (const { number, lostText, isBlank, runs } of pdf.pages) {
    if (lostText !== true && (runs.length > 0 || isBlank === true)) continue;
    notes.warn(
      'page-partly-read',
      'This page, or part of it, was not read: it is damaged, or a picture.',
      {
        page: number,
        row: 1,
      },
    );
  }
  const { folios, accounts, pensions, policies } = statement;
  if (folios.length + accounts.length + pensions.length + policies.length === 0) {
    throw new LocalParseError('nothing-read');
  }
  return { text: toAnswer(statement, notes, checks.result), warnings: notes.warnings };
}

/** Rows that change no balance: what they must be is known by law or by their own rate. */
function checkRowsOfMoney(folios: readonly PrintedFolio[], checks: Checks): void {
  const schemes = folios.flatMap((folio) => folio.schemes);
  checkStampDuty(schemes, checks);
  checkStt(schemes, checks);
  checkDividends(schemes, checks);
  confirmTransactions(schemes, checks.found);
}

function readKind(kind: StatementKind, pdf: PdfText, notes: Notes, checks: Checks): Statement {
  switch (kind) {
    case 'cams-detailed':
    case 'kfintech-detailed': {
      const { statement, summary } = readDetailed(pdf.pages, kind, notes);
      checkFolios(statement.folios, 'both', checks);
      checkRowsOfMoney(statement.folios, checks);
      if (summary) checkHouses(statement.folios, summary, checks);
      return statement;
    }
    case 'nsdl':
    case 'cdsl': {
      const read = readDepository(pdf.pages, kind, notes);
      checkFolios(read.statement.folios, 'units', checks);
      checkDepository(read, checks);
      return read.statement;
    }
    case 'cams-summary':
    case 'kfintech-summary': {
      const read = readSummary(pdf.pages, kind, notes);
      checkFolios(read.statement.folios, 'both', checks);
      checkSummary(read, checks);
      return read.statement;
    }
  }
}
