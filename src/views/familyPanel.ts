import { Uri, ViewColumn, l10n, window } from 'vscode';
import type { ExportRequest } from '../portfolio/exports/exportSpec.ts';
import type { ExportSource } from './exports/exportSource.ts';
import type { Mask } from './mask.ts';
import type { FamilyStatement } from './messages.ts';
import { PortfolioPage } from './portfolioPage.ts';

export const FAMILY_PANEL = 'casParser.family';

interface FamilyParts {
  readonly extensionUri: Uri;
  readonly mask: Mask;
  readonly onExport: (source: ExportSource, request: ExportRequest) => void;
}

/** A statement and the file it is saved in. */
export interface SavedStatement extends FamilyStatement {
  readonly uri: Uri;
}

/** Opens a panel that shows several saved portfolios as one. They stay in memory until it is closed. */
export function showFamilyPanel(
  { extensionUri, mask, onExport }: FamilyParts,
  [first, ...others]: readonly [SavedStatement, ...SavedStatement[]],
): void {
  const title = l10n.t('Portfolios Together');
  const panel = window.createWebviewPanel(FAMILY_PANEL, title, ViewColumn.Active);
  panel.iconPath = Uri.joinPath(extensionUri, 'media', 'icon.png');
  const statements = [first, ...others].map(({ title: name, text }) => ({ title: name, text }));
  const page = new PortfolioPage({
    webview: panel.webview,
    extensionUri,
    mask,
    content: () => ({ type: 'family', statements }),
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
