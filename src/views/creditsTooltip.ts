import { MarkdownString, l10n } from 'vscode';
import type { CreditsState } from '../connections/creditsWatch.ts';
import type { Account } from '../connections/account.ts';
import type { Gateway } from '../connections/gateway/gateway.ts';
import type { VerifiedSignIn } from '../service/gateway/verifySignIn.ts';
import { accountName } from './accountName.ts';
import { figure } from './creditsText.ts';
import { dayText } from './dayText.ts';
import { isOldKey, keyAge } from './keyAge.ts';
import { plainText } from './plainText.ts';
import { timeLeft } from './timeLeft.ts';

/** What is known about the account in use, and what can be done. `now` in milliseconds since the epoch. */
export function creditsTooltip(
  { account, credits, signIn, at, problem }: CreditsState,
  now: number,
): MarkdownString {
  const markdown = new MarkdownString();
  markdown.isTrusted = {
    enabledCommands: [
      'casParser.parsePdf',
      'casParser.refreshCredits',
      'casParser.showUsage',
      'casParser.openDashboard',
      'casParser.replaceKey',
      'casParser.signOut',
    ],
  };
  const line = (text: string) => markdown.appendText(text).appendMarkdown('\n\n');
  markdown.appendMarkdown('**CAS Parser**\n\n');
  if (account?.kind === 'sandbox')
    line(l10n.t('Sandbox: sample data, whatever PDF is sent; no credits used'));
  else if (account?.gateway)
    for (const text of gatewayLines(account, account.gateway, signIn, now)) line(text);
  else if (account) line(l10n.t('Account: {0}', accountName(account)));
  if (account?.kind === 'accessToken' && account.expiresAt !== undefined)
    line(timeLeft(account.expiresAt, now));
  if (credits) {
    const { used, limit, resetsAt, features, remaining } = credits;
    if (remaining === null) line(l10n.t('Unlimited credits'));
    else if (used !== undefined && limit !== undefined)
      line(l10n.t('{0} of {1} credits used', figure(used), figure(limit)));
    if (resetsAt !== undefined) line(l10n.t('Resets on {0}', dateOf(resetsAt)));
    if (features?.length) line(l10n.t('Features: {0}', features.join(', ')));
    if (at !== undefined) line(l10n.t('As of {0}', new Date(at).toLocaleTimeString()));
  }
  if (problem) line(l10n.t('The last refresh failed.'));
  if (account && isOldKey(account, now)) {
    line(l10n.t('API key: {0}.', keyAge(account, now)));
    markdown.appendMarkdown(`[${l10n.t('Replace the Key')}](command:casParser.replaceKey)\n\n`);
  }
  const ofGateway = account?.kind === 'gateway';
  return markdown.appendMarkdown(
    [
      `[${l10n.t('Parse CAS PDF')}](command:casParser.parsePdf)`,
      `[${l10n.t('Refresh')}](command:casParser.refreshCredits)`,
      ...(ofGateway ? [] : [`[${l10n.t('Usage')}](command:casParser.showUsage)`]),
      ...(ofGateway ? [] : [`[${l10n.t('Dashboard')}](command:casParser.openDashboard)`]),
      `[${l10n.t('Sign Out')}](command:casParser.signOut)`,
    ].join(' · '),
  );
}

/** What a gateway says about the sign-in, and how statements are parsed through it. */
function gatewayLines(
  account: Account,
  { url, parse }: Gateway,
  signIn: VerifiedSignIn | undefined,
  now: number,
): readonly string[] {
  const { user, scopes = [], expiresAt } = signIn ?? {};
  return [
    l10n.t('Gateway: {0}', [...new Set([accountName(account), new URL(url).host])].join(', ')),
    ...(user === undefined ? [] : [l10n.t('Signed in as {0}', plainText(user))]),
    ...(scopes.length === 0 ? [] : [l10n.t('Scopes: {0}', plainText(scopes.join(', ')))]),
    ...(expiresAt === undefined
      ? []
      : [l10n.t('{0}, then renewed by itself', timeLeft(expiresAt, now))]),
    parse === 'proxy'
      ? l10n.t('Statements are sent to the gateway')
      : l10n.t('Statements are parsed with access tokens that the gateway hands out'),
  ];
}

/** The day of an ISO date or date-time as the service gave it; it is a billing day, so no time zone is applied. */
function dateOf(iso: string): string {
  return dayText(/^\d{4}-\d{2}-\d{2}/.exec(iso)?.[0] ?? iso);
}
