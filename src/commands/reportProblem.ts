import { Uri, commands, l10n, window } from 'vscode';
import type { Container } from '../container.ts';
import type { AppError } from '../service/appError.ts';
import { serviceHost } from '../settings.ts';
import { openInBrowser } from '../views/openInBrowser.ts';
import { problemMessage } from '../views/problems/problemMessage.ts';
import type { Remedy } from '../views/problems/telling.ts';
import type { CommandId } from './ids.ts';
import type { DashboardPage } from './openDashboard.ts';
import { API_KEYS_PAGE } from './smartExtract/apiKeysPage.ts';

export interface Reporting {
  /** Name of the PDF in hand. */
  readonly file?: string;
  /** Does once more what failed. Without it no button offers to. */
  readonly again?: () => Promise<unknown>;
  /** Goes on once there is an account that works. Signing in itself has nothing to go on with. */
  readonly goOn?: () => Promise<unknown>;
  /** How it stands with a batch that the problem has stopped: it can go on once the problem is gone. */
  readonly stopped?: { readonly summary: string; readonly goOn: () => Promise<unknown> };
  /** The statements in hand, which this computer may read where the service does not. Without them no button offers to. */
  readonly pdfs?: readonly Uri[];
  /** Parses what may have been paid for once more. Without it no button offers to. */
  readonly payAgain?: () => Promise<unknown>;
}

/** Tells a problem in one sentence, with the buttons that do the next thing. Resolves when the person has chosen. */
export async function reportProblem(
  container: Container,
  problem: AppError,
  { file, again, goOn, payAgain, stopped, pdfs = [] }: Reporting = {},
): Promise<void> {
  const { text, remedies } = problemMessage(problem, {
    host: serviceHost(),
    ...(file === undefined ? {} : { file }),
  });
  const offered = remedies.filter(
    (remedy) =>
      (remedy !== 'tryAgain' || again !== undefined) &&
      (remedy !== 'payAgain' || payAgain !== undefined) &&
      (remedy !== 'parseHere' || pdfs.length > 0),
  );
  const titles = new Map(offered.map((remedy) => [remedyTitle(remedy), remedy]));
  const show = problem.kind === 'cancelled' ? window.showWarningMessage : window.showErrorMessage;
  const goOnLater = stopped ? [l10n.t('Go On')] : [];
  const choice = await show(
    stopped ? `${stopped.summary} ${text}` : text,
    ...goOnLater,
    ...titles.keys(),
  );
  if (stopped && choice === goOnLater[0]) await stopped.goOn();
  const remedy = choice === undefined ? undefined : titles.get(choice);
  if (remedy === 'parseHere') await parseHere(pdfs);
  else if (remedy) await carryOut(container, remedy, problem, { again, goOn, payAgain });
}

/** By way of the command, so that whatever happens then is told as for any command. */
export async function parseHere(pdfs: readonly Uri[]): Promise<void> {
  await commands.executeCommand('casParser.parsePdfLocally' satisfies CommandId, pdfs[0], pdfs);
}

async function carryOut(
  container: Container,
  remedy: Exclude<Remedy, 'parseHere'>,
  problem: AppError,
  {
    again,
    goOn,
    payAgain,
  }: Partial<Record<'again' | 'goOn' | 'payAgain', (() => Promise<unknown>) | undefined>>,
): Promise<void> {
  const run = (id: CommandId, ...args: unknown[]) => commands.executeCommand(id, ...args);
  switch (remedy) {
    case 'tryAgain':
      await again?.();
      return;
    case 'payAgain':
      await payAgain?.();
      return;
    case 'signIn':
    case 'enterApiKey':
      if (await run(`casParser.${remedy}`)) await goOn?.();
      return;
    case 'signInAgain':
    case 'signInWider':
      if (await run('casParser.signInAgain', problem.details.host, remedy === 'signInWider'))
        await goOn?.();
      return;
    case 'switchAccount':
      await run('casParser.switchAccount');
      return;
    case 'openApiKeys':
      await openInBrowser(API_KEYS_PAGE);
      return;
    case 'parsePdf':
      await again?.();
      return;
    case 'replaceKey':
      await run('casParser.replaceKey');
      return;
    case 'choosePdf':
      await run('casParser.parsePdf');
      return;
    case 'refreshCredits':
      await run('casParser.refreshCredits');
      return;
    case 'showLog':
      await run('casParser.showLog');
      return;
    case 'showUsage':
      await run('casParser.showUsage');
      return;
    case 'openBilling':
      await run('casParser.openDashboard', '/billing' satisfies DashboardPage);
      return;
    case 'openDashboard':
      await run('casParser.openDashboard');
      return;
    case 'openAddressSettings':
      await commands.executeCommand('workbench.action.openSettings', 'casParser.apiBaseUrl');
      return;
    case 'openAskSettings':
      await commands.executeCommand('workbench.action.openSettings', 'casParser.ask');
      return;
    case 'openProxySettings':
      await commands.executeCommand('workbench.action.openSettings', 'http.proxy');
      return;
    case 'showAnswer':
      return container.json.show(l10n.t('Answer'), problem.details.answer ?? '');
  }
}

function remedyTitle(remedy: Remedy): string {
  switch (remedy) {
    case 'tryAgain':
      return l10n.t('Try Again');
    case 'payAgain':
      return l10n.t('Parse Again (1 Credit)');
    case 'parseHere':
      return l10n.t('Parse on This Computer');
    case 'showUsage':
      return l10n.t('Show Usage');
    case 'signIn':
      return l10n.t('Sign In');
    case 'enterApiKey':
      return l10n.t('Enter API Key');
    case 'signInAgain':
      return l10n.t('Sign In Again');
    case 'signInWider':
      return l10n.t('Sign In With Wider Scope');
    case 'switchAccount':
      return l10n.t('Switch Account');
    case 'openApiKeys':
      return l10n.t('Open API Keys Page');
    case 'parsePdf':
      return l10n.t('Parse CAS PDF');
    case 'replaceKey':
      return l10n.t('Try Another Key');
    case 'choosePdf':
      return l10n.t('Choose PDF');
    case 'refreshCredits':
      return l10n.t('Refresh Credits');
    case 'showLog':
      return l10n.t('Show Log');
    case 'openBilling':
      return l10n.t('Open Billing');
    case 'openDashboard':
      return l10n.t('Open Dashboard');
    case 'openAddressSettings':
    case 'openAskSettings':
    case 'openProxySettings':
      return l10n.t('Open Settings');
    case 'showAnswer':
      return l10n.t('Show Answer');
  }
}
