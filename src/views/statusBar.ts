import {
  type Disposable,
  type Memento,
  StatusBarAlignment,
  ThemeColor,
  l10n,
  window,
} from 'vscode';
import type { CreditsState, CreditsWatch } from '../connections/creditsWatch.ts';
import type { Account } from '../connections/account.ts';
import type { AppError } from '../service/appError.ts';
import { accountName } from './accountName.ts';
import { creditsText, fewCredits } from './creditsText.ts';
import { creditsTooltip } from './creditsTooltip.ts';
import { isOldKey } from './keyAge.ts';
import { timeLeft } from './timeLeft.ts';
import { USED_BEFORE } from './usedBefore.ts';

/** The credits of the account in use, in the status bar. */
export class CreditsItem implements Disposable {
  readonly #item = window.createStatusBarItem('casParser.credits', StatusBarAlignment.Right, 50);
  readonly #memory: Memento;
  readonly #subscription: Disposable;
  readonly #watch: CreditsWatch;
  /** The time that an access token has left goes by without any event. */
  readonly #timer: NodeJS.Timeout;

  constructor(watch: CreditsWatch, memory: Memento) {
    this.#watch = watch;
    this.#memory = memory;
    this.#item.name = l10n.t('CAS Parser Credits');
    this.#subscription = watch.onDidChange(() => this.show());
    this.#timer = setInterval(() => {
      if (this.#watch.state.account?.kind === 'accessToken') this.show();
    }, 30_000);
  }

  /** Shows the state as it is now. */
  show(): void {
    const { state } = this.#watch;
    if (!state.account && this.#memory.get(USED_BEFORE) !== true) {
      this.#item.hide();
      return;
    }
    const { text, warn } = label(state);
    const old = isOldKey(state.account, Date.now()) ? ' $(key)' : '';
    this.#item.text = `$(credit-card) ${text}${old}`;
    this.#item.backgroundColor = warn
      ? new ThemeColor('statusBarItem.warningBackground')
      : undefined;
    this.#item.command = state.account ? 'casParser.showMenu' : 'casParser.signIn';
    this.#item.tooltip = state.account
      ? creditsTooltip(state, Date.now())
      : l10n.t('Sign in to parse CAS PDFs');
    this.#item.accessibilityInformation = { label: `CAS Parser: ${text}`, role: 'button' };
    this.#item.show();
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#subscription.dispose();
    this.#item.dispose();
  }
}

function label({ account, credits, problem }: CreditsState): { text: string; warn: boolean } {
  if (!account) return { text: l10n.t('Sign in to CAS Parser'), warn: false };
  if (problem?.kind === 'keyRefused') return { text: l10n.t('API key refused'), warn: true };
  if (account.kind === 'gateway') return gatewayLabel(account, problem);
  if (account.kind === 'accessToken') return tokenLabel(account.expiresAt, Date.now());
  const known = credits && creditsText(credits);
  if (!credits || known === undefined) return { text: 'CAS Parser', warn: false };
  const text = account.kind === 'sandbox' ? l10n.t('{0} (sandbox)', known) : known;
  // A figure that could not be refreshed is not shown as if it were current.
  return { text: problem ? l10n.t('{0} (old)', text) : text, warn: fewCredits(credits) };
}

/** A gateway tells no credits, so its name stands in their place. */
function gatewayLabel(account: Account, problem: AppError | undefined) {
  const ended = problem?.kind === 'signInExpired' || problem?.kind === 'signInRefused';
  const name = accountName(account);
  return { text: ended ? l10n.t('{0}: sign in again', name) : name, warn: ended };
}

/** An access token may not ask for the credits, so the time left stands in their place. */
function tokenLabel(expiresAt: number | undefined, now: number): { text: string; warn: boolean } {
  if (expiresAt === undefined) return { text: l10n.t('Access token'), warn: false };
  return { text: l10n.t('Token: {0}', timeLeft(expiresAt, now)), warn: expiresAt <= now };
}
