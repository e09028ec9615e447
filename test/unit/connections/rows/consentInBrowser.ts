import { listenOnLoopback } from '../../../../src/connections/gateway/loopback.ts';
import type { Consent } from '../../../../src/service/gateway/oauth.ts';

/** What a person does on the consent page; without it, they approve. */
export interface InBrowser {
  readonly decision?: 'approve' | 'deny';
}

/** Opens the consent page as a browser does, decides, and goes where the gateway sends it: to this computer. */
export async function consentInBrowser(
  ask: (redirectUri: string) => Promise<Consent>,
  { decision = 'approve' }: InBrowser = {},
): Promise<{ readonly consent: Consent; readonly answered: URL }> {
  const redirect = await listenOnLoopback(0, { done: 'Back.', foreign: 'Foreign.' });
  try {
    const consent = await ask(redirect.uri);
    redirect.expect(consent.state);
    const page = await fetch(consent.url);
    if (page.status !== 200) throw new Error(`The consent page says ${page.status}.`);
    const decided = await fetch(consent.url, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ decision }),
    });
    await fetch(decided.headers.get('location') ?? '');
    return { consent, answered: await redirect.answered };
  } finally {
    redirect.close();
  }
}
