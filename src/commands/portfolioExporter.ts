import { Uri, l10n, window, workspace } from 'vscode';
import type { Log } from '../log.ts';
import { canBeMasked, isForFamilies } from '../portfolio/exports/exportSpec.ts';
import type { ExportRequest } from '../portfolio/exports/exportSpec.ts';
import { underTemplate } from '../portfolio/gains/scheduleTemplate.ts';
import type { FactsStore } from '../statements/factsStore.ts';
import type { ExportChoice } from '../views/exports/exportChoices.ts';
import { exportChoices, requestedChoice } from '../views/exports/exportChoices.ts';
import type { ExportJob, ExportResult } from '../views/exports/exportJob.ts';
import { type ExportSource, suggestedFile } from '../views/exports/exportSource.ts';
import { runExport } from '../views/exports/runExport.ts';
import { tellRefusal } from '../views/exports/tellRefusal.ts';
import { tellExported } from '../views/exports/tellExported.ts';
import { fileName } from '../views/fileName.ts';
import type { PrivacyMode } from '../views/privacyMode.ts';
import { plainText } from '../views/plainText.ts';
import { textToSave } from '../portfolio/savedPortfolio.ts';
import { chooseTemplate } from './chooseTemplate.ts';
import { withCancellableProgress } from './progress.ts';

interface Parts {
  readonly extensionUri: Uri;
  readonly mask: PrivacyMode;
  readonly facts: FactsStore;
  readonly log: Log;
}

interface Writing {
  readonly choice: ExportChoice;
  readonly masked: boolean;
  readonly target: Uri;
  /** The first line of the portal's template, under which the rows of a schedule go. */
  readonly line: Uint8Array | undefined;
}

/** Writes portfolios to files of other formats, in the way the person says. */
export class PortfolioExporter {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Asks what is not requested yet and where to write it, writes it, and tells the end. Never throws. */
  async export(source: ExportSource, request: ExportRequest = {}): Promise<void> {
    try {
      await this.#export(source, request);
    } catch (error) {
      this.#parts.log.bug('casParser.exportPortfolio', error);
      const showLog = l10n.t('Show Log');
      const text = l10n.t('The portfolio could not be exported, and nothing was written.');
      if ((await window.showErrorMessage(text, showLog)) === showLog) this.#parts.log.show();
    }
  }

  async #export(source: ExportSource, request: ExportRequest): Promise<void> {
    const choice = requestedChoice(request) ?? (await chooseFormat(source, request));
    if (!choice) return;
    const masked = this.#parts.mask.on;
    if (masked && !canBeMasked(choice.format)) {
      const other = l10n.t('Choose Another Format');
      const text = l10n.t(
        '{0} would show the amounts and names that are hidden now; show them first.',
        choice.label,
      );
      if ((await window.showWarningMessage(text, other)) === other)
        await this.#export(source, { ...request, format: undefined });
      return;
    }
    const year = choice.format === 'schedule112a' ? await this.#yearOf(source, request) : undefined;
    if (choice.format === 'schedule112a' && year === undefined) return;
    const { template: wanted } = request;
    const line = wanted && year !== undefined ? await chooseTemplate(year) : undefined;
    if (wanted && !line) return;
    const target = await chooseTarget(source, choice, masked);
    if (target) await this.#write(source, { ...request, year }, { choice, masked, target, line });
  }

  /** The financial year of a schedule, asked for if need be. */
  async #yearOf(source: ExportSource, { year }: ExportRequest): Promise<string | undefined> {
    if (year !== undefined) return year;
    const spec = { format: 'schedule112a', what: 'transactions', masked: false } as const;
    const result = await withCancellableProgress(
      l10n.t('Looking for what was sold'),
      (_say, signal) => this.#run(source, spec, signal),
    );
    if (!result || result.ok) return undefined;
    if (result.reason === 'which-year') return chooseYear(result.years);
    tellRefusal(result);
    return undefined;
  }

  async #run(
    { content, sample }: ExportSource,
    spec: ExportJob['spec'],
    signal: AbortSignal,
  ): Promise<ExportResult | undefined> {
    const script = Uri.joinPath(this.#parts.extensionUri, 'dist', 'exportWorker.cjs').fsPath;
    const { file: facts } = await this.#parts.facts.load();
    return runExport(script, { source: content, spec, sample, facts }, signal);
  }

  async #write(
    source: ExportSource,
    { keys, rows, year, template }: ExportRequest,
    { choice, masked, target, line }: Writing,
  ): Promise<void> {
    const { format, what } = choice;
    const file = plainText(fileName(target));
    const result = await withCancellableProgress(
      l10n.t('Exporting {0}', file),
      async (_say, signal): Promise<ExportResult | undefined> => {
        const { content, sample } = source;
        if (format === 'json') return { ok: true, bytes: asReceived(content, sample) };
        return this.#run(source, { format, what, keys, rows, year, masked }, signal);
      },
    );
    if (!result) return;
    if (!result.ok) {
      tellRefusal(result);
      return;
    }
    try {
      const bytes = line ? underTemplate(result.bytes, line) : result.bytes;
      await workspace.fs.writeFile(target, bytes);
    } catch {
      const elsewhere = l10n.t('Choose Another Place');
      const text = l10n.t('{0} cannot be written; export to another place.', file);
      if ((await window.showErrorMessage(text, elsewhere)) !== elsewhere) return;
      return this.#export(source, { format, what, keys, rows, year, template });
    }
    const lacks = 'shortcomings' in result ? result.shortcomings : undefined;
    void tellExported(target, format, masked, lacks);
  }
}

async function chooseYear(years: readonly string[]): Promise<string | undefined> {
  return window.showQuickPick([...years], {
    title: l10n.t('Schedule 112A: an estimate, not tax advice'),
    placeHolder: l10n.t('Of which financial year?'),
  });
}

async function chooseFormat(
  { file, content }: ExportSource,
  { keys, what }: ExportRequest,
): Promise<ExportChoice | undefined> {
  const name = plainText(fileName(file));
  const choices = exportChoices().filter(
    ({ format }) => !Array.isArray(content) || isForFamilies(format),
  );
  // What is looked at comes first.
  const sorted =
    what === 'transactions'
      ? choices.toSorted((one, other) => Number(other.what === what) - Number(one.what === what))
      : choices;
  return window.showQuickPick(sorted, {
    title: keys
      ? l10n.t('Export What Is Shown of {0}', name)
      : l10n.t('Export Everything in {0}', name),
    placeHolder: l10n.t('As what?'),
    matchOnDetail: true,
  });
}

async function chooseTarget(
  source: ExportSource,
  { ending, label }: ExportChoice,
  masked: boolean,
): Promise<Uri | undefined> {
  return window.showSaveDialog({
    defaultUri: suggestedFile(source, ending, masked),
    // Dialogs compare the last ending only.
    filters: { [label]: [ending.slice(ending.lastIndexOf('.') + 1)] },
    title: l10n.t('Export Portfolio'),
  });
}

/** The text itself; only sample data gets a mark, as when it is saved. */
function asReceived(content: ExportSource['content'], sample: boolean): Uint8Array {
  if (content instanceof Uint8Array) return content;
  if (typeof content !== 'string') throw new RangeError('Several statements are no JSON.');
  return new TextEncoder().encode(textToSave(content, sample));
}
