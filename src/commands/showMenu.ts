import { type QuickPickItem, commands, env, l10n, window } from 'vscode';
import type { Account } from '../connections/account.ts';
import type { Container } from '../container.ts';
import { accountName } from '../views/accountName.ts';
import { creditsText } from '../views/creditsText.ts';
import { timeLeft } from '../views/timeLeft.ts';
import { chooseSignIn } from './chooseSignIn.ts';
import type { CommandId } from './ids.ts';

interface Entry extends QuickPickItem {
  readonly go: () => Thenable<unknown>;
}

/** The menu behind the status bar item. @throws AppError */
export async function showMenu(container: Container): Promise<void> {
  const account = await container.accounts.current();
  if (!account) {
    await chooseSignIn(container);
    return;
  }
  const { credits } = container.credits.state;
  const entries = [...tokenEntries(container), ...commandEntries(account)];
  const entry = await window.showQuickPick(entries, {
    title: [accountName(account), credits && creditsText(credits)]
      .filter((part) => part !== undefined)
      .join(' · '),
  });
  await entry?.go();
}

/** The access tokens made here, with the time they have left. */
function tokenEntries({ handedOut }: Container): Entry[] {
  const now = Date.now();
  return handedOut.alive(now).map(({ token, expiresAtMs }) => ({
    label: l10n.t('{0} Access Token', '$(clock)'),
    description: timeLeft(expiresAtMs, now),
    detail: l10n.t('Copy it again'),
    go: () => env.clipboard.writeText(token),
  }));
}

function commandEntries({ kind }: Account): Entry[] {
  const run = (id: CommandId) => () => commands.executeCommand(id);
  // A gateway tells no usage, and its account has no dashboard.
  const ofCasParser = (entry: Entry) => (kind === 'gateway' ? [] : [entry]);
  return [
    { label: l10n.t('{0} Parse CAS PDF', '$(file-pdf)'), go: run('casParser.parsePdf') },
    { label: l10n.t('{0} Refresh Credits', '$(refresh)'), go: run('casParser.refreshCredits') },
    ...ofCasParser({
      label: l10n.t('{0} Credits and Usage', '$(graph)'),
      go: run('casParser.showUsage'),
    }),
    { label: l10n.t('{0} Switch Account', '$(account)'), go: run('casParser.switchAccount') },
    { label: l10n.t('{0} Check Connection', '$(pulse)'), go: run('casParser.checkConnection') },
    {
      label: l10n.t('{0} Create Access Token', '$(key)'),
      go: run('casParser.createAccessToken'),
    },
    ...ofCasParser({
      label: l10n.t('{0} Open Dashboard', '$(link-external)'),
      go: run('casParser.openDashboard'),
    }),
    { label: l10n.t('{0} Show Log', '$(output)'), go: run('casParser.showLog') },
    { label: l10n.t('{0} Sign Out', '$(sign-out)'), go: run('casParser.signOut') },
  ];
}
