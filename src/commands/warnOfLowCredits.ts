import { commands, l10n, window } from 'vscode';
import type { Account } from '../connections/account.ts';
import { loadRequestsSince } from '../connections/loadUsage.ts';
import type { Container } from '../container.ts';
import type { Credits } from '../service/credits.ts';
import { isAppError } from '../service/appError.ts';
import { type LowCredits, lowCredits } from '../usage/lowCredits.ts';
import { PACE_NEEDS_MS } from '../usage/pace.ts';
import { dayText } from '../views/dayText.ts';

const TOLD = 'casParser.lowCreditsTold';
const MOST_TOLD = 50;
const ASK_PACE_EVERY_MS = 6 * 60 * 60_000;
const PACE_ASKED = 'casParser.paceAskedAt';

/** Warns once in each billing period when credits run low, or will before they are reset. Failures to find out are no news. */
export async function warnOfLowCredits(
  container: Container,
  account: Account,
  credits: Credits,
): Promise<void> {
  if (account.kind === 'sandbox' || typeof credits.remaining !== 'number') return;
  const now = Date.now();
  const facts = {
    accountId: account.id,
    credits,
    now,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const few = lowCredits({ ...facts, requests: [] });
  const low =
    few ?? lowCredits({ ...facts, requests: await recentRequests(container, account, now) });
  const told = container.memory.get<string[]>(TOLD, []);
  if (!low || told.includes(low.key)) return;
  await container.memory.update(TOLD, [...told, low.key].slice(-MOST_TOLD));
  const usage = l10n.t('Show Usage');
  const billing = l10n.t('Open Billing');
  const choice = await window.showWarningMessage(sentence(low), usage, billing);
  if (choice === usage) container.usagePanel.show();
  if (choice === billing) await commands.executeCommand('casParser.openDashboard', '/billing');
}

/** Asked for rarely: the pace does not change from one answer to the next. */
async function recentRequests(container: Container, { id }: Account, now: number) {
  const { memory } = container;
  const asked = memory.get<Record<string, number>>(PACE_ASKED, {});
  if (now - (asked[id] ?? 0) < ASK_PACE_EVERY_MS) return [];
  await memory.update(PACE_ASKED, { ...asked, [id]: now });
  try {
    const { signal } = new AbortController();
    return await loadRequestsSince(container, now - PACE_NEEDS_MS, signal);
  } catch (error) {
    if (isAppError(error)) return [];
    throw error;
  }
}

function sentence(low: LowCredits): string {
  const left = String(low.remaining / 100);
  if (low.reason === 'few')
    return low.remaining === 100
      ? l10n.t('1 CAS Parser credit is left.')
      : l10n.t('{0} CAS Parser credits are left.', left);
  return l10n.t(
    '{0} CAS Parser credits are left: at the present pace they end on {1}, before they are reset on {2}.',
    left,
    dayText(low.until),
    dayText(low.resetDay),
  );
}
