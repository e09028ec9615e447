import type { ExportRequest } from '../../../../src/portfolio/exports/exportSpec.ts';
import { exportText } from '../../../../src/portfolio/exports/exportText.ts';
import type { TextFormat } from '../../../../src/portfolio/exports/exportText.ts';
import { selectionOf } from '../../../../src/portfolio/exports/selection.ts';
import type { Selection } from '../../../../src/portfolio/exports/selection.ts';
import { NO_FACTS } from '../../../../src/portfolio/facts/facts.ts';
import type { Facts } from '../../../../src/portfolio/facts/facts.ts';
import type { Portfolio } from '../../../../src/portfolio/model.ts';
import { portfolioOf } from '../samples.ts';

/** What is selected of a portfolio that has it. */
export function selected(portfolio: Portfolio, request: ExportRequest = {}): Selection {
  const selection = selectionOf(portfolio, request);
  if (!selection) throw new Error('It has no such positions.');
  return selection;
}

interface Wanted extends ExportRequest {
  readonly format: TextFormat;
  readonly masked?: boolean;
  readonly sample?: boolean;
  readonly facts?: Facts;
}

/** A portfolio, or an answer of the API, in another format. */
export function exported(
  portfolio: Portfolio | object,
  {
    format,
    what = 'holdings',
    masked = false,
    sample = false,
    facts = NO_FACTS,
    ...request
  }: Wanted,
): string {
  const read = 'statement' in portfolio ? portfolio : portfolioOf(JSON.stringify(portfolio));
  return exportText(format, selected(read, request), { what, masked }, { sample, facts });
}
