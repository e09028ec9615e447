import { type QuickPickItem, l10n, window } from 'vscode';
import { DEFAULT_SCOPE, type Gateway } from '../../connections/gateway/gateway.ts';
import type { Container } from '../../container.ts';
import { checkedAddress } from '../../service/address.ts';
import { plainText } from '../../views/plainText.ts';
import { invitations } from './invitations.ts';
import { signInToGateway } from './signInToGateway.ts';

interface Choice extends QuickPickItem {
  /** `undefined` asks for the address. */
  readonly gateway: Gateway | undefined;
  readonly fromWorkspace: boolean;
}

/** Asks for a gateway, or takes one that the settings name, and signs in there. @throws AppError */
export async function addGateway(container: Container): Promise<boolean> {
  const offered: Choice[] = invitations().map(({ gateway, fromWorkspace }) => ({
    label: `$(organization) ${plainText(gateway.name ?? new URL(gateway.url).host)}`,
    description: plainText(gateway.url),
    detail: fromWorkspace ? l10n.t('named by this workspace') : l10n.t('from your settings'),
    gateway,
    fromWorkspace,
  }));
  const typed: Choice = {
    label: l10n.t('{0} Enter Address', '$(edit)'),
    gateway: undefined,
    fromWorkspace: false,
  };
  const chosen =
    offered.length === 0
      ? typed
      : await window.showQuickPick([...offered, typed], {
          title: l10n.t('Which gateway?'),
          ignoreFocusOut: true,
        });
  if (!chosen) return false;
  const gateway = chosen.gateway ?? (await askForGateway());
  if (!gateway) return false;
  return signInToGateway(container, gateway, { fromWorkspace: chosen.fromWorkspace });
}

async function askForGateway(): Promise<Gateway | undefined> {
  const url = await window.showInputBox({
    title: l10n.t('Address of the Gateway'),
    prompt: l10n.t('Statements will be parsed through it: use one that your team runs.'),
    placeHolder: 'https://cas.example.com',
    ignoreFocusOut: true,
    validateInput: (value) =>
      isAddress(value.trim())
        ? undefined
        : l10n.t('A plain https:// address; http:// on this computer only.'),
  });
  if (url === undefined) return undefined;
  const way = await askForWay();
  if (!way) return undefined;
  const gateway = { url: url.trim(), ...way };
  if (gateway.signIn !== 'oauth') return gateway;
  const clientId = await window.showInputBox({
    title: l10n.t('Client ID'),
    prompt: l10n.t('How the gateway knows this editor: whoever runs it can tell.'),
    value: 'casparser-vscode',
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? l10n.t('Enter the client ID.') : undefined),
  });
  return clientId === undefined
    ? undefined
    : { ...gateway, clientId: clientId.trim(), scope: DEFAULT_SCOPE };
}

type Way = Pick<Gateway, 'signIn' | 'confidential'>;

async function askForWay(): Promise<Way | undefined> {
  const ways: (QuickPickItem & { readonly way: Way })[] = [
    {
      label: l10n.t('{0} In the Browser', '$(globe)'),
      detail: l10n.t('OAuth 2.0: you sign in there and come back'),
      way: { signIn: 'oauth' },
    },
    {
      label: l10n.t('{0} With an API Key', '$(key)'),
      detail: l10n.t('From the gateway’s Settings, under API Keys'),
      way: { signIn: 'key' },
    },
    {
      label: l10n.t('{0} With a Password', '$(lock)'),
      detail: l10n.t('It is sent to the gateway once and not kept'),
      way: { signIn: 'login' },
    },
    {
      label: l10n.t('{0} Without Signing In', '$(plug)'),
      detail: l10n.t('For a backend that hands out access tokens to whoever reaches it'),
      way: { signIn: 'none' },
    },
    {
      label: l10n.t('{0} In the Browser, With a Client Secret', '$(globe)'),
      detail: l10n.t('For a gateway that gave this editor one'),
      way: { signIn: 'oauth', confidential: true },
    },
  ];
  const picked = await window.showQuickPick(ways, {
    title: l10n.t('How do you sign in to the gateway?'),
    ignoreFocusOut: true,
  });
  return picked?.way;
}

function isAddress(value: string): boolean {
  try {
    return checkedAddress(value).host !== '';
  } catch {
    return false;
  }
}
