import { exportText } from '../../portfolio/exports/exportText.ts';
import type { ExportFormat, ExportSpec } from '../../portfolio/exports/exportSpec.ts';
import { selectionOf } from '../../portfolio/exports/selection.ts';
import { xlsxSheets } from '../../portfolio/exports/xlsxSheets.ts';
import { readPortfolio } from '../../portfolio/readPortfolio.ts';
import { Shown } from '../../portfolio/shown.ts';
import { isSample } from '../savedPortfolio.ts';
import { xlsxFile } from './xlsxFile.ts';

/** JSON is as received: there is nothing to work out. */
export type WorkedOutFormat = Exclude<ExportFormat, 'json'>;

/** What a worker thread is given. */
export interface ExportJob {
  /** The portfolio as JSON, as text or in UTF-8. */
  readonly source: string | Uint8Array;
  readonly spec: ExportSpec & { readonly format: WorkedOutFormat };
  /** It came from the sandbox; a saved portfolio says so itself. */
  readonly sample: boolean;
}

/** The file, or why there is none: the text is no portfolio, or not the one that positions were chosen from. */
export type ExportResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: 'unreadable' | 'changed' };

/** Reads the portfolio and writes what is wanted of it. Takes seconds for a large one: not for the extension host's thread. */
export async function doExport({ source, spec, sample }: ExportJob): Promise<ExportResult> {
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
  const read = readPortfolio(text);
  if (!read.ok) return { ok: false, reason: 'unreadable' };
  const selection = selectionOf(read.portfolio, spec);
  if (!selection) return { ok: false, reason: 'changed' };
  const invented = sample || isSample(text);
  const bytes =
    spec.format === 'xlsx'
      ? await xlsxFile(xlsxSheets(selection, new Shown(spec.masked), invented))
      : new TextEncoder().encode(exportText(spec.format, selection, spec, invented));
  return { ok: true, bytes };
}
