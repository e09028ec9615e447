import { TabInputCustom, TabInputText, type Uri, l10n, window } from 'vscode';
import type { Container } from '../container.ts';
import type { ExportSource } from '../views/exports/exportSource.ts';
import { PORTFOLIO_EDITOR } from '../views/portfolioEditorType.ts';
import { SAVED_ENDING } from '../portfolio/savedPortfolio.ts';
import { filesOf } from './filesOf.ts';
import { readSaved } from './readSaved.ts';

/**
 * Exports a portfolio with everything in it. What a page shows of one is exported from the page.
 * @param file what a menu passes: a saved portfolio; the palette passes nothing, and means the portfolio in front
 */
export async function exportPortfolio(container: Container, file: unknown): Promise<void> {
  const [given] = filesOf(file, undefined);
  const source = await sourceOf(container, given);
  if (source) await container.exporter.export(source);
}

async function sourceOf(
  container: Container,
  file: Uri | undefined,
): Promise<ExportSource | undefined> {
  if (file) return savedSource(file);
  const fresh = container.panels.inFront;
  if (fresh) return fresh;
  const saved = savedInFront() ?? (await chooseSaved());
  return saved && savedSource(saved);
}

function savedInFront(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof TabInputCustom && input.viewType === PORTFOLIO_EDITOR) return input.uri;
  const asText = input instanceof TabInputText && isSaved(input.uri);
  return asText ? input.uri : undefined;
}

function isSaved({ path }: Uri): boolean {
  return path.toLowerCase().endsWith(SAVED_ENDING);
}

async function chooseSaved(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: l10n.t('Choose a Saved Portfolio'),
    openLabel: l10n.t('Export'),
    filters: { [l10n.t('Portfolio (*.cas.json)')]: ['json'] },
  });
  return chosen?.[0];
}

async function savedSource(file: Uri): Promise<ExportSource | undefined> {
  const content = await readSaved(file);
  return content && { content, file, sample: false };
}
