import { ProgressLocation, type UriHandler, Uri, env, l10n, window } from 'vscode';
import { copySignInLink } from '../signInLink.ts';
import { type Memory, mayOpenPage } from '../../connections/gateway/consentHosts.ts';
import { consentPageOf } from '../../connections/gateway/consentPage.ts';
import { DEFAULT_SCOPE, type Gateway, pathsOf } from '../../connections/gateway/gateway.ts';
import type { Gateways } from '../../connections/gateway/gateways.ts';
import type { Grant } from '../../connections/gateway/grant.ts';
import { listenOnLoopback } from '../../connections/gateway/loopback.ts';
import { type Redirect, answersConsent } from '../../connections/gateway/redirect.ts';
import { checkedAddress, loopbackHosts } from '../../service/address.ts';
import {
  type Consent,
  type OAuthClient,
  askConsent,
  redeemCode,
} from '../../service/gateway/oauth.ts';
import { AppError } from '../../service/appError.ts';
import { openInBrowser } from '../../views/openInBrowser.ts';

/** How long a person may take on the gateway's pages. */
const PATIENCE_MS = 10 * 60_000;

/** Why the waiting for the browser ends without an answer. */
type Stop = 'cancelled' | 'deadline' | 'otherWay';

interface Flight {
  readonly url: string;
  readonly state: string;
  readonly give: (answer: URL) => void;
  readonly stop: (why: Stop) => void;
}

/** Sign-in to a gateway by consent in the browser: OAuth 2.0 with PKCE, as RFC 8252 has it for native apps. */
export class BrowserConsent {
  readonly #gateways: Gateways;
  readonly #memory: Memory;
  #flight: Flight | undefined;

  constructor(gateways: Gateways, memory: Memory) {
    this.#gateways = gateways;
    this.#memory = memory;
  }

  /** Opens the gateway's page and waits for the answer. @throws AppError; `undefined` when the person gave up */
  async run(gateway: Gateway): Promise<{ readonly grant: Grant } | undefined> {
    const base = checkedAddress(gateway.url);
    const consentPage = consentPageOf(gateway);
    const hosts = { page: consentPage, gateway: base };
    if (!(await mayOpenPage(this.#memory, hosts, () => askAboutHosts(consentPage, base))))
      return undefined;
    const clientSecret = await askClientSecret(gateway);
    if (clientSecret === null) return undefined;
    const client: OAuthClient = {
      call: this.#gateways.callAt(gateway),
      base,
      consentPage,
      tokenPath: pathsOf(gateway).oauthToken,
      clientId: gateway.clientId ?? 'casparser-vscode',
      clientSecret,
    };
    const answered = await this.#answer(client, gateway);
    if (!answered) return undefined;
    const { signal } = new AbortController();
    const granted = await redeemCode(client, answered.consent, answered.url, signal).catch(
      (error: unknown) => {
        if (!(error instanceof AppError)) throw error;
        throw new AppError(error.kind, { host: client.base.host, ...error.details });
      },
    );
    return {
      grant: {
        token: granted.token,
        expiresAt: Date.now() + granted.lives * 1000,
        tokenBody: granted.tokenBody,
        ...(granted.refreshToken === undefined ? {} : { refreshToken: granted.refreshToken }),
        ...(clientSecret === undefined ? {} : { clientSecret }),
      },
    };
  }

  async openAgain(): Promise<void> {
    if (this.#flight) await openInBrowser(this.#flight.url);
  }

  async copyLink(): Promise<void> {
    if (this.#flight) await copySignInLink(this.#flight.url);
  }

  /** For a page that was sent to an address which does not open: the answer is in that address. */
  async pasteAddress(): Promise<void> {
    const flight = this.#flight;
    if (!flight) return;
    const typed = await window.showInputBox({
      title: l10n.t('Address You Were Sent To'),
      prompt: l10n.t(
        'Copy the whole address of the browser’s last page, also if it shows an error.',
      ),
      ignoreFocusOut: true,
      validateInput: (value) => {
        const url = URL.parse(value.trim());
        if (!url || !(url.searchParams.has('code') || url.searchParams.has('error')))
          return l10n.t('The address of that page has code= or error= in it.');
        return answersConsent(url, flight.state)
          ? undefined
          : l10n.t('This address does not belong to this sign-in.');
      },
    });
    const url = URL.parse(typed?.trim() ?? '');
    if (url) flight.give(url);
  }

  /** For a gateway that refuses the address on this computer. */
  otherWay(): void {
    this.#flight?.stop('otherWay');
  }

  async #answer(
    client: OAuthClient,
    gateway: Gateway,
  ): Promise<{ readonly consent: Consent; readonly url: URL } | undefined> {
    let redirect = await loopbackOrEditor(gateway.redirectPort ?? 0);
    for (;;) {
      const consent = await askConsent(client, gateway.scope ?? DEFAULT_SCOPE, redirect.uri);
      redirect.expect(consent.state);
      try {
        const outcome = await this.#wait(consent, redirect, client.base.host);
        if (outcome instanceof URL) return { consent, url: outcome };
        if (outcome !== 'otherWay') return undefined;
      } finally {
        redirect.close();
      }
      redirect = editorRedirect();
    }
  }

  async #wait(consent: Consent, redirect: Redirect, host: string): Promise<URL | Stop> {
    const { promise: pasted, resolve: give } = Promise.withResolvers<URL>();
    const { promise: stopped, resolve: stop } = Promise.withResolvers<Stop>();
    this.#flight = { url: consent.url, state: consent.state, give, stop };
    const deadline = setTimeout(() => stop('deadline'), PATIENCE_MS);
    try {
      return await window.withProgress(
        {
          location: ProgressLocation.Notification,
          title: l10n.t('Signing in to {0}', host),
          cancellable: true,
        },
        async (progress, cancellation) => {
          cancellation.onCancellationRequested(() => stop('cancelled'));
          const say = (text: string) => progress.report({ message: `${text} ${links()}` });
          say(l10n.t('sign in and consent in your browser.'));
          if (!(await openInBrowser(consent.url)))
            say(l10n.t('the browser did not open, use the link.'));
          return Promise.race([redirect.answered, pasted, stopped]);
        },
      );
    } finally {
      clearTimeout(deadline);
      this.#flight = undefined;
    }
  }
}

/** Whoever named the gateway named the page, too: a workspace may be anyone's. */
async function askAboutHosts(page: URL, base: URL): Promise<boolean> {
  const open = l10n.t('Open Sign-In Page');
  const choice = await window.showWarningMessage(
    l10n.t('Sign in at {0} for the gateway {1}?', page.host, base.host),
    {
      modal: true,
      detail: l10n.t(
        'The sign-in page of this gateway is on another host. You sign in at {0}; what that gives is sent to {1}, which may then act for you there as far as you consent. Go on only if your team runs or uses both.',
        page.host,
        base.host,
      ),
    },
    open,
  );
  return choice === open;
}

function links(): string {
  return [
    `[${l10n.t('Open Again')}](command:casParser.consent.openAgain)`,
    `[${l10n.t('Copy Link')}](command:casParser.consent.copyLink)`,
    `[${l10n.t('Paste Address')}](command:casParser.consent.pasteAddress)`,
    `[${l10n.t('Other Way Back')}](command:casParser.consent.otherWay)`,
  ].join(' · ');
}

/** @returns `undefined` for a public client (RFC 6749, section 2.1), `null` when the person gave up */
async function askClientSecret(gateway: Gateway): Promise<string | undefined | null> {
  if (!gateway.confidential) return undefined;
  const typed = await window.showInputBox({
    title: l10n.t('Client Secret'),
    prompt: l10n.t('The one that the gateway gave for {0}.', gateway.clientId ?? ''),
    password: true,
    ignoreFocusOut: true,
  });
  return typed?.trim() ? typed.trim() : null;
}

async function loopbackOrEditor(port: number): Promise<Redirect> {
  try {
    return await reachable(
      await listenOnLoopback(port, {
        done: l10n.t('You are back in the editor; this page can be closed.'),
        foreign: l10n.t('This address does not belong to a sign-in that is under way.'),
      }),
    );
  } catch {
    // Something else listens there, or nothing may.
    return editorRedirect();
  }
}

/** On another computer the editor may open a port here that leads to it; where it cannot, the address is pasted. */
async function reachable(redirect: Redirect): Promise<Redirect> {
  const here = Uri.parse(redirect.uri, true);
  const outside = new URL(
    (await env.asExternalUri(here).then(undefined, () => here)).toString(true),
  );
  const isPort = loopbackHosts.includes(outside.hostname) && outside.pathname === here.path;
  return isPort ? { ...redirect, uri: outside.href } : redirect;
}

/** By a link that the system hands to this editor. */
function editorRedirect(): Redirect {
  const { promise: answered, resolve } = Promise.withResolvers<URL>();
  let expected: string | undefined;
  const handler: UriHandler = {
    handleUri: (uri) => {
      // The editor has decoded the query: a plus in it is one, and no space.
      const url = URL.parse(uri.with({ query: uri.query.replaceAll('+', '%2B') }).toString(true));
      if (url && expected !== undefined && answersConsent(url, expected)) resolve(url);
    },
  };
  const registered = window.registerUriHandler(handler);
  return {
    uri: `${env.uriScheme}://casparser.casparser/callback`,
    expect: (state) => (expected = state),
    answered,
    close: () => {
      registered.dispose();
    },
  };
}
