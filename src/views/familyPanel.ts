import { Uri, ViewColumn, type WebviewPanel, l10n, window } from 'vscode';
import type { ExportRequest } from '../portfolio/exports/exportSpec.ts';
import type { ExportSource } from './exports/exportSource.ts';
import type { PrivacyMode } from './privacyMode.ts';
import type { FamilyStatement } from './messages.ts';
import { FAMILY_PANEL } from './panelTypes.ts';
import { PortfolioPage } from './portfolioPage.ts';

interface FamilyParts {
  readonly extensionUri: Uri;
  readonly mask: PrivacyMode;
  readonly onExport: (source: ExportSource, request: ExportRequest) => void;
}

/** A statement and the file it is saved in. */
export interface SavedStatement extends FamilyStatement {
  readonly uri: Uri;
}

export type SavedStatements = readonly [SavedStatement, ...SavedStatement[]];

/** Opens a panel that shows several saved portfolios as one. They stay in memory until it is closed. */
export function showFamilyPanel(parts: FamilyParts, statements: SavedStatements): void {
  const title = l10n.t('Portfolios Together');
  const panel = window.createWebviewPanel(FAMILY_PANEL, title, ViewColumn.Active);
  fillFamilyPanel(parts, panel, statements);
}

/** The same in a panel that is there already. */
export function fillFamilyPanel(
  { extensionUri, mask, onExport }: FamilyParts,
  panel: WebviewPanel,
  [first, ...others]: SavedStatements,
): void {
  panel.iconPath = Uri.joinPath(extensionUri, 'media', 'icon.png');
  const all = [first, ...others];
  const statements = all.map(({ title, text }) => ({ title, text }));
  const files = all.map(({ uri }) => uri.toString());
  const page = new PortfolioPage({
    webview: panel.webview,
    extensionUri,
    mask,
    content: () => ({ type: 'family', statements, files }),
    onSave: () => undefined,
    onShowJson: () => undefined,
    onExport: (request) => {
      const content = statements.map(({ text }) => text);
      onExport(
        { content, file: Uri.joinPath(first.uri, '..', 'together'), sample: false },
        request,
      );
    },
  });
  page.show();
  panel.onDidDispose(() => page.dispose());
}
