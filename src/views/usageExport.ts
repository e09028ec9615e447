import { homedir } from 'node:os';
import { Uri, l10n, window, workspace } from 'vscode';
import { isCutOff } from '../usage/report.ts';
import { usageCsv } from '../usage/usageCsv.ts';
import { fileName } from './fileName.ts';
import { plainText } from './plainText.ts';
import type { UsageFigures } from './usageMessages.ts';

/** Saves the listed requests as CSV where the person says, and says how many there were. */
export async function exportUsage({ period, report }: UsageFigures): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file(homedir());
  const name = `casparser-usage-${period.firstDay}-to-${period.lastDay}.csv`;
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(folder, name),
    filters: { [l10n.t('CSV')]: ['csv'] },
    title: l10n.t('Export Usage'),
  });
  if (!target) return;
  const file = plainText(fileName(target));
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(usageCsv(report.requests)));
  } catch {
    void window.showErrorMessage(
      l10n.t('{0} cannot be written; export the usage to another place.', file),
    );
    return;
  }
  const count = report.requests.length;
  if (isCutOff(report))
    void window.showWarningMessage(
      l10n.t(
        '{0} has the latest {1} of {2} requests: the service lists no more.',
        file,
        count,
        report.summary.totalRequests,
      ),
    );
  else if (count === 1) void window.showInformationMessage(l10n.t('{0} has 1 request.', file));
  else void window.showInformationMessage(l10n.t('{0} has {1} requests.', file, count));
}
