import { l10n } from 'vscode';
import { TOKENS_OF_DAY } from '../../ask/tokensOfDay.ts';
import { serviceWords } from '../serviceWords.ts';
import { type Tell, type Tellers, say } from './telling.ts';

const nothingSent = () => l10n.t('Nothing was charged.');

/** What is wrong with the sign-in to another system than CAS Parser. */
export const systemProblems = {
  signInExpired: ({ host }) =>
    say(l10n.t('Your sign-in to {0} has ended; sign in there again.', host), 'signInAgain'),
  signInRefused: withWords(
    (host) => l10n.t('{0} does not accept these credentials; sign in there again.', host),
    (host, words) =>
      l10n.t('{0} does not accept these credentials: “{1}” Sign in there again.', host, words),
    'signInAgain',
  ),
  signInDenied: withWords(
    (host) => l10n.t('The sign-in to {0} was declined; nothing was kept.', host),
    (host, words) =>
      l10n.t('The sign-in to {0} was declined: “{1}” Nothing was kept.', host, words),
    'signInAgain',
  ),
  signInForeign: ({ host }) =>
    say(
      l10n.t(
        'That address does not belong to this sign-in to {0}, so it was not used; start the sign-in again.',
        host,
      ),
      'signInAgain',
    ),
  scopeMissing: withWords(
    (host) =>
      l10n.t('Your sign-in to {0} does not cover this; sign in there with a wider scope.', host),
    (host, words) =>
      l10n.t(
        'Your sign-in to {0} does not cover this: “{1}” Sign in there with a wider scope.',
        host,
        words,
      ),
    'signInWider',
  ),
  notHandedOut: ({ host }) =>
    say(
      l10n.t(
        '{0} hands out no access tokens where the documentation has them, so it was not added; name its paths in the settings (casParser.gateways).',
        host,
      ),
    ),
  notThroughGateway: () =>
    say(
      l10n.t(
        'A team’s gateway tells neither credits nor usage; ask whoever runs it, or switch to an account of your own.',
      ),
      'switchAccount',
    ),
  notPermitted: withWords(
    (host) => l10n.t('{0} does not permit this to your key; use another one.', host),
    (host, words) =>
      l10n.t('{0} does not permit this to your key: “{1}” Use another one.', host, words),
    'signInAgain',
  ),
  budgetUsedUp: ({ host, facts }) =>
    say(
      facts.code === TOKENS_OF_DAY
        ? l10n.t(
            'The tokens that questions to {0} may take in a day are used up; raise the limit in the settings, or wait for tomorrow (UTC).',
            host,
          )
        : l10n.t(
            'The budget for questions to {0} is used up; raise it in the settings, or wait for the next month.',
            host,
          ),
      'openAskSettings',
    ),
  apiKeyDisabled: ({ host }) =>
    say(
      l10n.t('{0} says that this API key is disabled; enable it there, then try again.', host),
      'openApiKeys',
      'tryAgain',
    ),
  lockedForSmartExtract: ({ file }) =>
    say(
      l10n.t(
        '{0} is locked with a password, as account statements are, so it was not sent to SmartExtract; unlock it first if it is none.',
        file,
      ),
    ),
  notLookedThrough: ({ file }) =>
    say(
      l10n.t(
        '{0} is too large to be looked through here, so it may be an account statement; it was not sent to SmartExtract.',
        file,
      ),
    ),
  sheetOfHoldings: ({ file }) =>
    say(
      l10n.t(
        '{0} lists securities as an account statement does, which SmartExtract does not read; it was not sent there.',
        file,
      ),
    ),
  notForSmartExtract: ({ file }) =>
    say(
      l10n.t(
        '{0} is an account statement (CAS), which SmartExtract does not read, so it was not sent there; parse it instead.',
        file,
      ),
      'parsePdf',
    ),
} satisfies Tellers;

/** With the system's own words where it has any. */
function withWords(
  plain: (host: string) => string,
  quoting: (host: string, words: string) => string,
  remedy: 'signInAgain' | 'signInWider',
): Tell {
  return ({ facts, host, parsing }) => {
    const { serviceSays } = facts;
    const text = serviceSays === undefined ? plain(host) : quoting(host, serviceWords(serviceSays));
    return say(parsing ? `${text} ${nothingSent()}` : text, remedy);
  };
}
