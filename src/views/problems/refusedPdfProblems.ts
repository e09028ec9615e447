import { l10n } from 'vscode';
import { type Tell, type Tellers, say } from './telling.ts';
import { tooLarge } from './tooLarge.ts';

const cannotRead: Tell = ({ file }) =>
  say(
    l10n.t(
      'CAS Parser cannot read {0}; it has to be the original PDF, not a scan, a printed copy or an edited one. Nothing was charged.',
      file,
    ),
    'choosePdf',
  );

/** What the service says is wrong with the PDF that was sent. */
export const refusedPdfProblems = {
  passwordWrong: ({ file }) =>
    say(l10n.t('The password of {0} is wrong; nothing was charged.', file), 'tryAgain'),
  passwordOrFileWrong: cannotRead,
  fileRefused: cannotRead,
  notStatement: ({ file }) =>
    say(
      l10n.t(
        '{0} is not a statement that CAS Parser knows (CAMS, KFintech, CDSL or NSDL); nothing was charged. Choose another PDF.',
        file,
      ),
      'choosePdf',
    ),
  pdfNotReceived: () =>
    say(
      l10n.t('CAS Parser says that no PDF reached it; nothing was charged. Try again.'),
      'tryAgain',
      'showLog',
    ),
  payloadTooLarge: (telling) =>
    telling.facts.httpStatus === 413
      ? say(
          l10n.t(
            '{0} is too large for the servers of {1}, whatever the plan; nothing was charged. Parse it on this computer, or ask for a statement over a shorter period.',
            telling.file,
            telling.host,
          ),
          'parseHere',
          'choosePdf',
        )
      : tooLarge(telling),
} satisfies Tellers;
