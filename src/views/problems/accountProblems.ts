import { l10n } from 'vscode';
import { serviceWords } from '../serviceWords.ts';
import { type Tellers, say } from './telling.ts';

/** What is wrong with the account: its key, its plan, its credits, its limit on requests. */
export const accountProblems = {
  keyNotKept: () =>
    say(
      l10n.t(
        'The secret storage of this computer does not take the key, so you are not signed in; unlock it and sign in again.',
      ),
      'signIn',
    ),
  keyMissing: () =>
    say(
      l10n.t('The key of this account is not where it was, so nothing was sent; sign in again.'),
      'signIn',
      'enterApiKey',
    ),
  keyMalformed: () =>
    say(
      l10n.t(
        'The key holds a character that no key has, such as a curly quotation mark or a line break, so nothing was sent; copy it again.',
      ),
      'enterApiKey',
      'signIn',
    ),
  secretsLocked: () =>
    say(
      l10n.t(
        'The secret storage of this computer does not answer, so nothing was sent; unlock it and try again.',
      ),
      'tryAgain',
    ),
  tokenInvalid: ({ facts }) =>
    say(
      facts.serviceSays === undefined
        ? l10n.t('CAS Parser does not accept this access token; get a new one.')
        : l10n.t(
            'CAS Parser does not accept this access token: “{0}” Get a new one.',
            serviceWords(facts.serviceSays),
          ),
      'enterApiKey',
      'signIn',
    ),
  keyRefused: () =>
    say(
      l10n.t(
        'CAS Parser refuses your API key: it may have been revoked or replaced. Sign in again.',
      ),
      'signIn',
      'enterApiKey',
    ),
  newKeyRefused: () =>
    say(
      l10n.t(
        'CAS Parser refuses the new key, so the old one stays in use; check that you copied all of it.',
      ),
      'replaceKey',
      'openDashboard',
    ),
  creditsUsedUp: () =>
    say(
      l10n.t('Your CAS Parser credits are used up; add credits or wait for their reset.'),
      'openBilling',
      'parseHere',
      'enterApiKey',
    ),
  planLacksFeature: () =>
    say(
      l10n.t('Your CAS Parser plan does not include parsing statements; change the plan.'),
      'openBilling',
      'parseHere',
      'enterApiKey',
    ),
  rateLimited: ({ facts, service }) =>
    say(
      facts.retryAfter === undefined
        ? l10n.t('{0} accepts no more requests for now; try again in a minute.', service)
        : l10n.t(
            '{0} accepts no more requests for now; try again in {1} seconds.',
            service,
            facts.retryAfter,
          ),
      'tryAgain',
      'parseHere',
    ),
  refused: ({ facts, service }) =>
    say(
      facts.serviceSays === undefined
        ? l10n.t(
            '{0} refuses the request (HTTP {1}); nothing was charged.',
            service,
            facts.httpStatus ?? 0,
          )
        : l10n.t(
            '{0} refuses the request (HTTP {1}): “{2}” Nothing was charged.',
            service,
            facts.httpStatus ?? 0,
            serviceWords(facts.serviceSays),
          ),
      ...(facts.host === undefined ? (['openDashboard'] as const) : []),
      'showLog',
    ),
} satisfies Tellers;
