import { ConfigurationTarget, l10n, window, workspace } from 'vscode';
import { type Gateway, gateway, gatewayId } from '../../connections/gateway/gateway.ts';
import { plainText } from '../../views/plainText.ts';

const SECTION = 'casParser';
const SETTING = 'gateways';

/** A gateway that the settings name: an offer to sign in there, and nothing more. */
export interface Invitation {
  readonly gateway: Gateway;
  /** Named by the workspace, not by the person. */
  readonly fromWorkspace: boolean;
}

/** The gateways that the settings name. What cannot be read is left out. */
export function invitations(): readonly Invitation[] {
  const inspected = workspace.getConfiguration(SECTION).inspect<unknown>(SETTING);
  const own = read(inspected?.globalValue);
  // In a workspace that the person does not trust, the editor has taken this out already.
  const ofWorkspace = workspace.isTrusted
    ? [...read(inspected?.workspaceValue), ...read(inspected?.workspaceFolderValue)]
    : [];
  return [
    ...own.map((one) => ({ gateway: one, fromWorkspace: false })),
    ...ofWorkspace
      .filter((one) => !own.some((mine) => gatewayId(mine) === gatewayId(one)))
      .map((one) => ({ gateway: one, fromWorkspace: true })),
  ];
}

/** Offers to put a gateway into the workspace's settings, so that others of the team can sign in there, too. */
export async function offerToShare(shared: Gateway, said: string): Promise<void> {
  const known = invitations().some((one) => gatewayId(one.gateway) === gatewayId(shared));
  const share = l10n.t('Share in Workspace');
  const offered = known || !workspace.workspaceFolders ? [] : [share];
  if ((await window.showInformationMessage(said, ...offered)) !== share) return;
  const configuration = workspace.getConfiguration(SECTION);
  const before = configuration.inspect<unknown[]>(SETTING)?.workspaceValue;
  await configuration.update(
    SETTING,
    [...(Array.isArray(before) ? before : []), shared],
    ConfigurationTarget.Workspace,
  );
}

/** What a workspace says is the team's: it goes only when the person says so. */
export async function offerToRemoveInvitation(removed: Gateway): Promise<void> {
  const inspected = workspace.getConfiguration(SECTION).inspect<unknown>(SETTING);
  for (const [target, value] of [
    [ConfigurationTarget.Global, inspected?.globalValue],
    [ConfigurationTarget.Workspace, inspected?.workspaceValue],
  ] as const) {
    if (!Array.isArray(value)) continue;
    const isRemoved = (one: unknown) => {
      const parsed = gateway.safeParse(one);
      return parsed.success && gatewayId(parsed.data) === gatewayId(removed);
    };
    const left = (value as unknown[]).filter((one) => !isRemoved(one));
    if (left.length === value.length) continue;
    const remove = l10n.t('Remove From Settings');
    const choice = await window.showInformationMessage(
      target === ConfigurationTarget.Workspace
        ? l10n.t(
            'The workspace’s settings still offer {0} to the team.',
            plainText(new URL(removed.url).host),
          )
        : l10n.t('Your settings still name {0}.', plainText(new URL(removed.url).host)),
      remove,
    );
    if (choice === remove)
      await workspace
        .getConfiguration(SECTION)
        .update(SETTING, left.length > 0 ? left : undefined, target);
  }
}

function read(value: unknown): Gateway[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one) => {
    const parsed = gateway.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
}
