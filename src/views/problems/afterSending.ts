import { l10n } from 'vscode';
import type { AppErrorDetails } from '../../service/appError.ts';
import { type ProblemMessage, type Remedy, type Telling, say } from './telling.ts';

/** The request had left: whether it may have been paid for decides what to do next. Only parsing costs anything. */
export function afterSending({ parsing, facts }: Telling, what: string): ProblemMessage {
  if (!parsing)
    return say(`${what} ${l10n.t('Try again in a few minutes.')}`, 'tryAgain', 'showLog');
  return facts.mayBeBilled === false
    ? say(
        `${what} ${l10n.t('Nothing was charged; try again in a few minutes.')}`,
        'tryAgain',
        'parseHere',
      )
    : say(
        `${what} ${l10n.t('A credit may have been charged; look at your credits before you try again.')}`,
        'refreshCredits',
        'tryAgain',
        'parseHere',
        ...toShow(facts),
      );
}

/** What arrived, where anything did: it may be what was paid for. */
export function toShow({ answer }: AppErrorDetails): readonly Remedy[] {
  return answer === undefined ? [] : ['showAnswer'];
}
