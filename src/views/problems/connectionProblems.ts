import { l10n } from 'vscode';
import { afterSending } from './afterSending.ts';
import type { AppErrorDetails } from '../../service/appError.ts';
import { plainText } from '../plainText.ts';
import { type Remedy, type Tellers, say } from './telling.ts';

/** What is wrong on the way to the service. */
export const connectionProblems = {
  addressInvalid: () =>
    say(
      l10n.t(
        'The address of CAS Parser in your settings is not a plain https:// address, so nothing was sent; correct it.',
      ),
      'openAddressSettings',
    ),
  addressMoved: ({ facts, host }) =>
    say(
      facts.movedTo === undefined
        ? l10n.t(
            '{0} sends requests on to another address (HTTP {1}), and your key goes nowhere by itself; nothing was charged. Correct the address, or sign in to the network and try again.',
            host,
            facts.httpStatus ?? 0,
          )
        : l10n.t(
            '{0} sends requests on to {1}, and your key goes nowhere by itself; nothing was charged. Correct the address, or sign in to the network and try again.',
            host,
            plainText(facts.movedTo),
          ),
      whereAddressIs(facts),
      'tryAgain',
      'parseHere',
    ),
  addressWrong: ({ facts, host }) =>
    say(
      l10n.t(
        '{0} has no such service at this address (HTTP {1}), so nothing was charged; correct the address.',
        host,
        facts.httpStatus ?? 0,
      ),
      whereAddressIs(facts),
      'tryAgain',
      'parseHere',
    ),
  nameNotFound: ({ host }) =>
    say(
      l10n.t(
        '{0} cannot be found: this computer is offline or its name service fails. Nothing was sent; try again.',
        host,
      ),
      'tryAgain',
      'parseHere',
      'openProxySettings',
    ),
  connectionRefused: ({ host }) =>
    say(
      l10n.t('{0} accepts no connection. Nothing was sent; try again later.', host),
      'tryAgain',
      'parseHere',
      'openProxySettings',
    ),
  circuitOpen: ({ facts, host }) =>
    say(
      l10n.t(
        '{0} failed several times in a row, so nothing was sent and nothing was charged; it is tried again from {1} on.',
        host,
        new Date(facts.retryAt ?? Date.now()).toLocaleTimeString(),
      ),
      'tryAgain',
      'parseHere',
    ),
  connectionLost: (telling) =>
    afterSending(telling, l10n.t('{0} closed the connection without an answer.', telling.host)),
  tlsRefused: ({ facts, host }) =>
    say(
      l10n.t(
        'The certificate of {0} is not trusted ({1}), so nothing was sent; in a company network, have its root certificate installed on this computer.',
        host,
        facts.code ?? '',
      ),
      'openProxySettings',
      'tryAgain',
      'parseHere',
    ),
  proxyRefused: ({ facts }) => say(proxyText(facts), 'openProxySettings', 'tryAgain', 'parseHere'),
  timeout: (telling) => {
    const { facts, host } = telling;
    return facts.mayBeBilled === false && !facts.lookedUp
      ? say(
          l10n.t('{0} cannot be reached in time. Nothing was sent; try again.', host),
          'tryAgain',
          'parseHere',
          'openProxySettings',
        )
      : afterSending(telling, l10n.t('{0} did not answer in time.', host));
  },
} satisfies Tellers;

/** Another system has its address from the sign-in, CAS Parser from the settings. */
function whereAddressIs({ host }: AppErrorDetails): Remedy {
  return host === undefined ? 'openAddressSettings' : 'signInAgain';
}

function proxyText({ code = '', variable }: AppErrorDetails): string {
  if (code === 'SOCKS')
    return variable === undefined
      ? l10n.t(
          'The proxy set in VS Code is a SOCKS proxy, which this version does not speak to, so nothing was sent; set an HTTP proxy, or none for this address.',
        )
      : l10n.t(
          'The environment variable {0} names a SOCKS proxy, which this version does not speak to, so nothing was sent; set an HTTP proxy in the settings, or none for this address.',
          variable,
        );
  return variable === undefined
    ? l10n.t(
        'The proxy set in VS Code does not let the request through ({0}), so nothing was sent; check the settings.',
        code,
      )
    : l10n.t(
        'The proxy that the environment variable {0} names does not let the request through ({1}), so nothing was sent; check it, or set another one in the settings.',
        variable,
        code,
      );
}
