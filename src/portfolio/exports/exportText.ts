import type { ActivityFormat } from './activities/activityFileOf.ts';
import type { Facts } from '../facts/facts.ts';
import { returnOfAll } from '../returns/portfolioReturn.ts';
import { Cells } from './cells.ts';
import { csvOf } from './csv.ts';
import type { ExportFormat, ExportSpec } from './exportSpec.ts';
import { holdingsTable } from './holdingsTable.ts';
import { beancountOf } from './journal/beancount.ts';
import { hledgerOf } from './journal/hledger.ts';
import { journalOf } from './journal/journalOf.ts';
import { ledgerOf } from './journal/ledger.ts';
import { markdownOf } from './markdown.ts';
import type { Selection, StatementSelection } from './selection.ts';
import { shownOf } from './shownOf.ts';
import { transactionsTable } from './transactionsTable.ts';

/** The formats that are text of our own making: a workbook is none, another program's file is text of that program's, JSON is left as received, and a tax form is no table of what is shown. */
export type TextFormat = Exclude<ExportFormat, ActivityFormat | 'xlsx' | 'json' | 'schedule112a'>;

interface About {
  /** Whether it is the sandbox's sample data, which formats that have room for it say. */
  readonly sample: boolean;
  /** What only the owner of the units knows: journals reckon with it, as the page does. */
  readonly facts: Facts;
}

/**
 * @throws RangeError for a journal of several statements
 */
export function exportText(
  format: TextFormat,
  selection: Selection | StatementSelection,
  { what, masked }: Pick<ExportSpec, 'what' | 'masked'>,
  { sample, facts }: About,
): string {
  const shown = shownOf(selection, masked);
  switch (format) {
    case 'csv': {
      const cells = new Cells(shown);
      return csvOf(
        what === 'holdings'
          ? holdingsTable(selection.positions, returnOfAll(selection.counted), cells)
          : transactionsTable(selection.transactions, cells),
      );
    }
    case 'markdown':
      return markdownOf(selection, what, shown, sample);
    case 'hledger':
      return hledgerOf(journalOf(ofStatement(selection), { sample, facts }));
    case 'ledger':
      return ledgerOf(journalOf(ofStatement(selection), { sample, facts }));
    case 'beancount':
      return beancountOf(journalOf(ofStatement(selection), { sample, facts }));
  }
}

/**
 * A journal goes from the opening to the closing of one statement; nobody is offered one of several.
 * @throws RangeError
 */
export function ofStatement(selection: Selection | StatementSelection): StatementSelection {
  if ('portfolio' in selection) return selection;
  throw new RangeError('It is made of one statement.');
}
