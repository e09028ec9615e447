import { type QuickPickItem, l10n, window } from 'vscode';
import { askConnection } from '../connections/askConnection.ts';
import { type CheckAnswer, readChecks } from '../connections/connectionCheck.ts';
import type { Container } from '../container.ts';
import type { Credits } from '../service/credits.ts';
import { isAppError } from '../service/appError.ts';
import { serviceHost } from '../settings.ts';
import { accountName } from '../views/accountName.ts';
import { creditsText } from '../views/creditsText.ts';
import { isLongLived, keyAge } from '../views/keyAge.ts';
import { plainText } from '../views/plainText.ts';
import { problemMessage } from '../views/problems/problemMessage.ts';
import { checkAsk } from './ask/checkAsk.ts';
import { connectionToCheck } from './connections/connectionToCheck.ts';
import { checkSmartExtract } from './smartExtract/checkSmartExtract.ts';
import { withCancellableProgress } from './progress.ts';

/** Answers one by one: is the service there, the key valid, the feature in the plan, the limit kept, any credit left? */
export async function checkConnection(container: Container): Promise<void> {
  const account = await connectionToCheck(container);
  if (!account) return;
  if (account.kind === 'ask') {
    await checkAsk(container, account);
    return;
  }
  if (account.kind === 'smartExtract') {
    await checkSmartExtract(container, account);
    return;
  }
  const asked = await withCancellableProgress(l10n.t('Checking the connection'), (_say, signal) =>
    askConnection(container, account, signal),
  );
  const credits = isAppError(asked) ? undefined : asked;
  const isGateway = account.kind === 'gateway';
  if (isGateway) await container.credits.refresh();
  // Another account may have been put in use meanwhile.
  else if (credits && (await container.accounts.current())?.id === account.id)
    container.credits.received(account, credits);
  const items: QuickPickItem[] = readChecks(asked)
    // A gateway tells neither the plan nor the credits of whoever runs it.
    .filter(({ name }) => !isGateway || (name !== 'plan' && name !== 'credits'))
    .map((answer) => row(answer, credits, isGateway));
  const signIn = isGateway ? container.credits.state.signIn : undefined;
  if (signIn)
    items.push({
      label: l10n.t('{0} Signed In', '$(account)'),
      description: plainText([signIn.user, ...signIn.scopes].filter(Boolean).join(', ')),
    });
  if (isLongLived(account))
    items.push({
      label: l10n.t('{0} Age', '$(calendar)'),
      description: keyAge(account, Date.now()),
    });
  await window.showQuickPick(items, {
    title: isGateway
      ? accountName(account)
      : l10n.t('{0} at {1}', accountName(account), serviceHost()),
    placeHolder: l10n.t('Nothing here costs a credit'),
  });
}

const icons = { good: '$(pass)', bad: '$(error)', unknown: '$(question)' } as const;

function row(
  { name, verdict, problem }: CheckAnswer,
  credits: Credits | undefined,
  isGateway: boolean,
): QuickPickItem {
  const detail =
    problem && (verdict === 'bad' || (name === 'reachable' && verdict === 'unknown'))
      ? problemMessage(problem, { host: serviceHost() }).text
      : undefined;
  return {
    label: `${icons[verdict]} ${isGateway && name === 'key' ? l10n.t('Is the sign-in valid?') : question(name)}`,
    description: answer(name, verdict, credits),
    ...(detail === undefined ? {} : { detail }),
  };
}

function question(name: CheckAnswer['name']): string {
  switch (name) {
    case 'reachable':
      return l10n.t('Is the service there?');
    case 'key':
      return l10n.t('Is the key valid, and not revoked?');
    case 'plan':
      return l10n.t('Does the plan include parsing statements?');
    case 'rateLimit':
      return l10n.t('Is there room under the rate limit?');
    case 'credits':
      return l10n.t('Are there credits left?');
  }
}

function answer(
  name: CheckAnswer['name'],
  verdict: CheckAnswer['verdict'],
  credits: Credits | undefined,
): string {
  if (name === 'credits' && credits) return creditsText(credits) ?? l10n.t('not known');
  if (verdict === 'unknown') return l10n.t('not known');
  return verdict === 'good' ? l10n.t('yes') : l10n.t('no');
}
