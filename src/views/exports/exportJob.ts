import {
  activityFileOf,
  isActivityFormat,
} from '../../portfolio/exports/activities/activityFileOf.ts';
import type { Shortcomings } from '../../portfolio/exports/activities/activity.ts';
import { exportText, ofStatement } from '../../portfolio/exports/exportText.ts';
import type { ExportFormat, ExportSpec } from '../../portfolio/exports/exportSpec.ts';
import { familySelection } from '../../portfolio/exports/familySelection.ts';
import { selectionOf } from '../../portfolio/exports/selection.ts';
import { xlsxSheets } from '../../portfolio/exports/xlsxSheets.ts';
import type { FactsFile } from '../../portfolio/facts/factsFile.ts';
import { NOTHING_SAID } from '../../portfolio/facts/ownFacts.ts';
import { readFacts } from '../../portfolio/facts/readFacts.ts';
import { readPortfolio } from '../../portfolio/readPortfolio.ts';
import type { JsonText } from '../messages.ts';
import { isSample } from '../../portfolio/savedPortfolio.ts';
import { scheduleJob } from './scheduleJob.ts';
import type { ScheduleResult } from './scheduleJob.ts';
import { xlsxFile } from './xlsxFile.ts';

/** JSON is as received: there is nothing to work out. */
export type WorkedOutFormat = Exclude<ExportFormat, 'json'>;

/** What a worker thread is given. */
export interface ExportJob {
  /** The portfolio as JSON, as text or in UTF-8; a list is several statements as one. */
  readonly source: JsonText | readonly JsonText[];
  readonly spec: ExportSpec & { readonly format: WorkedOutFormat };
  /** It came from the sandbox; a saved portfolio says so itself. */
  readonly sample: boolean;
  /** What only the owner of the units knows. */
  readonly facts?: FactsFile;
}

/** The file, or why there is none: the text is no portfolio, or not the one that positions were chosen from. */
export type ExportResult =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      /** What the format could not say; none where it says all. */
      readonly shortcomings?: Shortcomings;
    }
  | { readonly ok: false; readonly reason: 'unreadable' | 'changed' }
  | ScheduleResult;

/** Reads the portfolio and writes what is wanted of it. Takes seconds for a large one: not for the extension host's thread. */
export async function doExport({
  source,
  spec,
  sample,
  facts = NOTHING_SAID.file,
}: ExportJob): Promise<ExportResult> {
  const texts = textsOf(source);
  const read = texts.flatMap((text) => {
    const result = readPortfolio(text);
    return result.ok ? [result.portfolio] : [];
  });
  const [portfolio] = read;
  if (!portfolio) return { ok: false, reason: 'unreadable' };
  if (spec.format === 'schedule112a') return scheduleJob(portfolio, spec.year, readFacts(facts));
  const selection = isList(source) ? familySelection(read, spec) : selectionOf(portfolio, spec);
  if (!selection) return { ok: false, reason: 'changed' };
  const invented = sample || texts.some(isSample);
  if (isActivityFormat(spec.format)) {
    const { text, shortcomings } = activityFileOf(
      spec.format,
      ofStatement(selection),
      invented,
      readFacts(facts),
    );
    return { ok: true, bytes: new TextEncoder().encode(text), shortcomings };
  }
  const bytes =
    spec.format === 'xlsx'
      ? await xlsxFile(xlsxSheets(selection, spec.masked, invented))
      : new TextEncoder().encode(
          exportText(spec.format, selection, spec, {
            sample: invented,
            facts: readFacts(facts),
          }),
        );
  return { ok: true, bytes };
}

function textsOf(source: ExportJob['source']): readonly string[] {
  return (isList(source) ? source : [source]).map((json) =>
    typeof json === 'string' ? json : new TextDecoder().decode(json),
  );
}

function isList(source: ExportJob['source']): source is readonly JsonText[] {
  return Array.isArray(source);
}
