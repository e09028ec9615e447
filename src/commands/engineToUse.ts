import { l10n, window } from 'vscode';
import type { Container } from '../container.ts';
import { engine, serviceHost } from '../settings.ts';
import type { Engine } from '../statements/engineWish.ts';

/**
 * The engine that parses statements now. Whoever had them read on this computer is asked before the first one is uploaded.
 * @returns `undefined` when the person gave up
 */
export function engineToUse({ engineWish }: Container): Promise<Engine | undefined> {
  return engineWish.engineFor(engine(), askForUpload);
}

async function askForUpload(): Promise<Engine | undefined> {
  const upload = l10n.t('Upload');
  const readHere = l10n.t('Read on This Computer');
  const choice = await window.showWarningMessage(
    l10n.t('Upload to {0}? Statements were read on this computer until now.', serviceHost()),
    {
      modal: true,
      detail: l10n.t(
        'The setting casParser.engine does not say “local” any more. It may have been changed, or the editor may have lost it; reloading the window would show which.',
      ),
    },
    readHere,
    upload,
  );
  if (choice === upload) return 'cloud';
  return choice === readHere ? 'local' : undefined;
}
