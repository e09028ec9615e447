import { l10n } from 'vscode';

/** "42 min left", "less than a minute left", "ended". Both in milliseconds since the epoch. */
export function timeLeft(expiresAt: number, now: number): string {
  if (expiresAt <= now) return l10n.t('ended');
  const minutes = Math.floor((expiresAt - now) / 60_000);
  return minutes === 0 ? l10n.t('less than a minute left') : l10n.t('{0} min left', minutes);
}
