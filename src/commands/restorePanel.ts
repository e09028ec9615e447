import { Uri, type WebviewPanel } from 'vscode';
import * as z from 'zod/mini';
import type { Container } from '../container.ts';
import { fillComparison } from '../views/comparePanel.ts';
import { fillFamilyPanel } from '../views/familyPanel.ts';
import { FAMILY_PANEL } from '../views/panelTypes.ts';
import { SAVED_ENDING } from '../portfolio/savedPortfolio.ts';
import { readAllSaved } from './readSaved.ts';

/** What a page leaves with VS Code, of which nothing is in a portfolio; other files than saved portfolios are not opened for it. */
const left = z.object({
  files: z
    .array(z.string().check(z.endsWith(SAVED_ENDING)))
    .check(z.minLength(1), z.maxLength(500)),
});

/** Fills a panel of several portfolios that was open when the editor was closed; one whose files are gone is closed, which is told. */
export async function restorePanel(
  container: Container,
  panel: WebviewPanel,
  state: unknown,
): Promise<void> {
  const [first, ...others] = await readAllSaved(filesOf(state));
  if (!first) panel.dispose();
  else if (panel.viewType === FAMILY_PANEL) fillFamilyPanel(container, panel, [first, ...others]);
  else fillComparison(container, panel, [first, ...others]);
}

function filesOf(state: unknown): Uri[] {
  const read = left.safeParse(state);
  try {
    return read.success ? read.data.files.map((file) => Uri.parse(file, true)) : [];
  } catch {
    return [];
  }
}
