import { ProgressLocation, l10n, window } from 'vscode';
import type { AccountStore, Kept } from '../connections/accountStore.ts';
import { approvalUrl, awaitApproval, newApprovalToken } from '../connections/browserApproval.ts';
import { keepDelivered } from '../connections/keepDelivered.ts';
import { WakeableClock } from '../connections/wakeableClock.ts';
import { pollApproval } from '../service/approval.ts';
import type { CallService } from '../service/client.ts';
import { isAppError } from '../service/appError.ts';
import { apiBaseUrl, appBaseUrl } from '../settings.ts';
import { openInBrowser } from '../views/openInBrowser.ts';
import { copySignInLink } from './signInLink.ts';

export type SignInOutcome =
  /** The key is in SecretStorage, unchecked as yet. */
  | { readonly status: 'approved'; readonly kept: Kept }
  | { readonly status: 'deadline' | StopReason }
  /** The service ended it in a way that the documentation does not know. */
  | { readonly status: 'ended'; readonly said: string | undefined };

/** Cancelled here, signed in by another window or command, or to be replaced by a typed key. */
type StopReason = 'cancelled' | 'elsewhere' | 'enterKey';

interface Flight {
  readonly url: string;
  readonly outcome: Promise<SignInOutcome>;
  readonly stop: (reason: StopReason) => void;
}

/** Sign-in by approval in the browser. */
export class BrowserSignIn {
  readonly #call: CallService;
  readonly #accounts: AccountStore;
  #flight: Flight | undefined;

  constructor(call: CallService, accounts: AccountStore) {
    this.#call = call;
    this.#accounts = accounts;
  }

  /** Opens the approval page and waits for the key. Not to be called while it runs. @throws AppError */
  async run(): Promise<SignInOutcome> {
    this.#flight = this.#start();
    return this.#flight.outcome;
  }

  /** Ends it. Resolves once it keeps no key any more. */
  async cancel(): Promise<void> {
    const flight = this.#flight;
    flight?.stop('cancelled');
    await flight?.outcome.catch(() => undefined);
  }

  async openAgain(): Promise<void> {
    if (this.#flight) await openInBrowser(this.#flight.url);
  }

  async copyLink(): Promise<void> {
    if (this.#flight) await copySignInLink(this.#flight.url);
  }

  enterKeyInstead(): void {
    this.#flight?.stop('enterKey');
  }

  #start(): Flight {
    const token = newApprovalToken();
    const url = approvalUrl(appBaseUrl(), token);
    const ending = new AbortController();
    const stop = (reason: StopReason) => ending.abort(reason);
    const outcome = this.#waitFor(token, url, apiBaseUrl().origin, ending.signal, stop)
      .catch((error: unknown): SignInOutcome => {
        if (!isAppError(error, 'cancelled')) throw error;
        return { status: ending.signal.reason as StopReason };
      })
      .finally(() => (this.#flight = undefined));
    return { url, outcome, stop };
  }

  async #waitFor(
    token: string,
    url: string,
    origin: string,
    signal: AbortSignal,
    stop: Flight['stop'],
  ): Promise<SignInOutcome> {
    const startedAt = new Date().toISOString();
    const clock = new WakeableClock();
    const listeners = [
      window.onDidChangeWindowState(({ focused }) => focused && clock.wake()),
      this.#accounts.onDidChange(async () => {
        const now = await this.#accounts.current().catch(() => undefined);
        // An account that was there before is merely used again, which ends nothing.
        if (now !== undefined && now.createdAt >= startedAt) stop('elsewhere');
      }),
    ];
    const poll = (polling: AbortSignal) => pollApproval(this.#call, token, polling);
    try {
      const result = await withSignInProgress(stop, async (say) => {
        say(l10n.t('approve it in your browser within 10 minutes.'));
        if (!(await openInBrowser(url))) say(l10n.t('the browser did not open, use the link.'));
        return awaitApproval(poll, clock, signal);
      });
      if (result.status !== 'approved') return result;
      const { key, email } = result.approval;
      // The service delivers the key a single time: nothing comes before keeping it, not even the listeners' end.
      const fresh = {
        kind: 'approval' as const,
        origin,
        createdAt: new Date().toISOString(),
        ...(email === undefined ? {} : { email }),
      };
      const keep = () => this.#accounts.keepForNow(fresh, key);
      return { status: 'approved', kept: await keepDelivered(keep, askToTryAgain) };
    } finally {
      for (const listener of listeners) listener.dispose();
    }
  }
}

/** The key is in memory only as long as this asks. */
async function askToTryAgain(): Promise<boolean> {
  const again = l10n.t('Try Again');
  const choice = await window.showWarningMessage(
    l10n.t('The secret storage of this computer does not take the key that has just arrived.'),
    {
      modal: true,
      detail: l10n.t(
        'The key is delivered a single time. Unlock the secret storage and try again; otherwise the key is lost here, and stays valid until you delete it in the dashboard.',
      ),
    },
    again,
  );
  return choice === again;
}

/** A notification with Cancel and, as links, what else a waiting person may want to do. */
function withSignInProgress<T>(
  stop: Flight['stop'],
  task: (say: (text: string) => void) => Promise<T>,
): Thenable<T> {
  const links = [
    `[${l10n.t('Open Again')}](command:casParser.signIn.openAgain)`,
    `[${l10n.t('Copy Link')}](command:casParser.signIn.copyLink)`,
    `[${l10n.t('Enter Key Instead')}](command:casParser.signIn.enterKeyInstead)`,
  ].join(' · ');
  return window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: l10n.t('Signing in to CAS Parser'),
      cancellable: true,
    },
    (progress, cancellation) => {
      cancellation.onCancellationRequested(() => stop('cancelled'));
      return task((text) => progress.report({ message: `${text} ${links}` }));
    },
  );
}
