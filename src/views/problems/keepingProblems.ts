import { l10n } from 'vscode';
import { type Tellers, say } from './telling.ts';

/** What is wrong with what this computer keeps. */
export const keepingProblems = {
  journalNotWritten: () =>
    say(
      l10n.t(
        'Nothing was sent, because the storage of this computer does not take the note that protects you from paying twice; free some space and try again.',
      ),
      'tryAgain',
    ),
  keptUnreadable: ({ file }) =>
    say(
      l10n.t(
        '{0} was parsed and paid for before, but what is kept of it cannot be opened now; unlock the secret storage of this computer and try again, or parse it once more for a credit.',
        file,
      ),
      'tryAgain',
      'payAgain',
    ),
  keptElsewhere: ({ file }) =>
    say(
      l10n.t(
        '{0} was parsed and paid for before, and is kept by another browser, or another user of it, that has the key: open it there at no cost, or parse it here for a credit.',
        file,
      ),
      'parseHere',
      'payAgain',
    ),
} satisfies Tellers;
