import { l10n } from 'vscode';
import { type Tellers, say } from './telling.ts';
import { tooLarge } from './tooLarge.ts';

/** What is wrong with the PDF before any byte of it is sent. */
export const pdfProblems = {
  fileMissing: ({ file }) =>
    say(l10n.t('{0} is not there any more; choose the PDF again.', file), 'choosePdf'),
  fileUnreadable: ({ file }) =>
    say(
      l10n.t('{0} cannot be read; check that you may open it, then try again.', file),
      'tryAgain',
    ),
  fileEmpty: ({ file }) =>
    say(
      l10n.t('{0} is empty; download the statement once more and choose that file.', file),
      'choosePdf',
    ),
  fileNotPdf: ({ file }) =>
    say(l10n.t('{0} is not a PDF; choose the statement as it was sent to you.', file), 'choosePdf'),
  fileTooLarge: tooLarge,
} satisfies Tellers;
