import { l10n } from 'vscode';
import { type Tell, say } from './telling.ts';

/** A PDF above the limit that the service documents. */
export const tooLarge: Tell = ({ file }) =>
  say(
    l10n.t(
      '{0} is larger than the 10 MB that CAS Parser reads, so nothing was charged; parse it on this computer, or ask for a statement over a shorter period.',
      file,
    ),
    'parseHere',
    'choosePdf',
  );
