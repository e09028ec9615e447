import { l10n } from 'vscode';
import { afterSending, toShow } from './afterSending.ts';
import { type Tellers, say } from './telling.ts';

/** What is wrong with the answer of the service, or with an earlier one that never arrived. */
export const answerProblems = {
  serviceDown: (telling) =>
    afterSending(
      telling,
      l10n.t(
        '{0} is out of order at the moment (HTTP {1}).',
        telling.service,
        telling.facts.httpStatus ?? 0,
      ),
    ),
  answerNotJson: (telling) =>
    afterSending(
      telling,
      l10n.t(
        'What {0} answered is not JSON; a proxy or sign-in page may stand between.',
        telling.host,
      ),
    ),
  answerUnknown: ({ facts, parsing, service }) =>
    say(
      parsing
        ? l10n.t(
            '{0} answered in a form that this version does not know; look at the answer before you send the PDF again.',
            service,
          )
        : l10n.t('{0} answered in a form that this version does not know.', service),
      ...toShow(facts),
      'showLog',
    ),
  answerCutOff: (telling) =>
    afterSending(telling, l10n.t('The answer from {0} was cut off.', telling.host)),
  answerLost: ({ facts, file }) =>
    facts.mayBeBilled === true
      ? say(
          l10n.t(
            '{0} was parsed and paid for, but its portfolio was lost on the way; parsing it again costs one more credit.',
            file,
          ),
          ...toShow(facts),
          'payAgain',
          'showUsage',
        )
      : say(
          l10n.t(
            '{0} was sent before, and the usage log cannot tell now whether it was paid for; look again later, or parse it again at the risk of one more credit.',
            file,
          ),
          'tryAgain',
          ...toShow(facts),
          'payAgain',
        ),
} satisfies Tellers;
