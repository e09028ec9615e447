import { l10n } from 'vscode';
import type { Credits } from '../service/credits.ts';
import { FEW_CREDITS } from '../usage/lowCredits.ts';

/** "34.5 credits", "1 credit", "∞ credits"; `undefined` when the service did not say. */
export function creditsText({ remaining }: Credits): string | undefined {
  if (remaining === undefined) return undefined;
  if (remaining === null) return l10n.t('∞ credits');
  return remaining === 1 ? l10n.t('1 credit') : l10n.t('{0} credits', figure(remaining));
}

/** True when credits are about to run out. */
export function fewCredits({ remaining }: Credits): boolean {
  return typeof remaining === 'number' && remaining <= FEW_CREDITS;
}

/** Credits come in fractions of 0.05 at the finest; sums of them as doubles do not always show it. */
export function figure(credits: number): string {
  return String(Math.round(credits * 100) / 100);
}
