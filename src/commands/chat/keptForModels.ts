import { l10n, window, workspace } from 'vscode';
import type { Container } from '../../container.ts';

const MAY_READ = 'casParser.modelsReadKept';

/**
 * Whether models may be told what is kept on this computer of any workspace. The person is asked once for each workspace: a model may
 * do what the text of a repository tells it. In Restricted Mode nothing is kept for them.
 */
export function keptForModels({ workspaceMemory }: Pick<Container, 'workspaceMemory'>) {
  let asking: Promise<boolean> | undefined;
  let putOff = false;

  async function ask(count: number): Promise<boolean> {
    const all = l10n.t('Let Them Read');
    const none = l10n.t('Only This Workspace');
    const choice = await window.showWarningMessage(
      l10n.t(
        'Let language models read the statements that are kept on this computer ({0})?',
        count,
      ),
      {
        modal: true,
        detail: l10n.t(
          'A model in this workspace asks for what was parsed. Statements that are kept may come from other folders; they are told without names and numbers of accounts, as casParser.hideFromModels says, but with what is held. Portfolios that are saved in this workspace or open in this window can be read in any case.',
        ),
      },
      none,
      all,
    );
    // Who closes the question is asked again in the next window.
    if (choice === undefined) putOff = true;
    else await workspaceMemory.update(MAY_READ, choice === all);
    return choice === all;
  }

  /** @param count of the statements that are kept */
  return async (count: number): Promise<boolean> => {
    if (count === 0 || !workspace.isTrusted || putOff) return false;
    const answer = workspaceMemory.get<unknown>(MAY_READ);
    if (typeof answer === 'boolean') return answer;
    return (asking ??= ask(count).finally(() => (asking = undefined)));
  };
}
