import { type QuickPickItem, l10n, window } from 'vscode';
import type { Account } from '../../connections/account.ts';
import type { Container } from '../../container.ts';
import type { MonthOfUse } from '../../service/ask/askUsage.ts';
import { type AppError, isAppError } from '../../service/appError.ts';
import { accountName } from '../../views/accountName.ts';
import { dollarsText } from '../../views/ask/dollarsText.ts';
import { keyAge } from '../../views/keyAge.ts';
import { openInBrowser } from '../../views/openInBrowser.ts';
import { problemMessage } from '../../views/problems/problemMessage.ts';
import { withCancellableProgress } from '../progress.ts';

/** Where keys of the service that is documented are revoked and made. */
const KEYS_PAGE = { host: 'api.claude.ai', url: 'https://claude.ai/api/keys' };

type Verdict = 'good' | 'bad' | 'unknown';

/** Answers the service's own checklist: is the key valid, not revoked, permitted, within the limits? Nothing here costs anything. */
export async function checkAsk(container: Container, account: Account): Promise<void> {
  const asked = await withCancellableProgress(l10n.t('Checking the connection'), (_say, signal) =>
    container.asks.usage(account, signal).catch((error: unknown) => {
      if (isAppError(error) && error.kind !== 'cancelled') return error;
      throw error;
    }),
  );
  const { host } = new URL(account.origin);
  const keys: (QuickPickItem & { readonly open?: true })[] =
    host === KEYS_PAGE.host
      ? [{ label: l10n.t('{0} Open API Keys Page', '$(link-external)'), open: true }]
      : [];
  const picked = await window.showQuickPick([...rows(asked, account, host), ...keys], {
    title: accountName(account),
    placeHolder: l10n.t('Nothing here costs anything'),
  });
  if (picked && 'open' in picked) await openInBrowser(KEYS_PAGE.url);
}

function rows(asked: MonthOfUse | AppError, account: Account, host: string): QuickPickItem[] {
  const problem = isAppError(asked) ? asked : undefined;
  const used = isAppError(asked) ? undefined : asked;
  const says = problem && problemMessage(problem, { host }).text;
  const answered = used !== undefined || problem?.details.httpStatus !== undefined;
  const refused = problem?.kind === 'signInRefused';
  const knows = used !== undefined || (answered && problem?.kind !== 'answerUnknown');
  const row = (question: string, verdict: Verdict, more?: string): QuickPickItem => ({
    label: `${ICONS[verdict]} ${question}`,
    description: more ?? word(verdict),
    ...(verdict === 'bad' && says !== undefined && { detail: says }),
  });
  const verdictOf = (bad: boolean): Verdict => (!knows ? 'unknown' : bad ? 'bad' : 'good');
  return [
    row(l10n.t('Is the service there?'), answered ? 'good' : 'bad'),
    row(l10n.t('Is the key valid, and not revoked?'), verdictOf(refused)),
    row(
      l10n.t('Does the key permit questions?'),
      refused ? 'unknown' : verdictOf(problem?.kind === 'notPermitted'),
    ),
    row(
      l10n.t('Is there room under the rate limit?'),
      refused ? 'unknown' : verdictOf(problem?.kind === 'rateLimited'),
      used && rateText(used),
    ),
    row(
      l10n.t('Is there budget left?'),
      used?.remaining ? (used.remaining.sign > 0 ? 'good' : 'bad') : 'unknown',
      used && monthText(used),
    ),
    { label: l10n.t('{0} Age', '$(calendar)'), description: keyAge(account, Date.now()) },
  ];
}

const ICONS = { good: '$(pass)', bad: '$(error)', unknown: '$(question)' } as const;

function word(verdict: Verdict): string {
  if (verdict === 'unknown') return l10n.t('not known');
  return verdict === 'good' ? l10n.t('yes') : l10n.t('no');
}

function rateText({ rate: { remaining, limit } }: MonthOfUse): string | undefined {
  if (remaining === undefined || limit === undefined) return undefined;
  return l10n.t('{0} of {1} requests a minute are left', remaining, limit);
}

/** Requests, tokens and cost of the month, as the service counts them. */
function monthText({ requests, tokens, cost, limit }: MonthOfUse): string {
  const parts = [
    requests === null ? undefined : l10n.t('{0} requests', requests),
    tokens === null ? undefined : l10n.t('{0} tokens', tokens),
    cost &&
      (limit
        ? l10n.t('{0} of {1} this month', dollarsText(cost), dollarsText(limit))
        : l10n.t('{0} this month', dollarsText(cost))),
  ];
  return parts.filter(Boolean).join(', ');
}
