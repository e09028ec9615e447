import { type QuickPickItem, type Uri, l10n, window, workspace } from 'vscode';
import { readDotenvFiles } from '../../connections/dotenvKeys.ts';
import { type NamedKey, keyAmong } from '../../connections/environmentKey.ts';
import {
  DEFAULT_SCOPE,
  type Gateway,
  NO_CREDENTIAL,
  pathsOf,
} from '../../connections/gateway/gateway.ts';
import { GATEWAY_KEY } from '../../connections/gateway/gatewayKey.ts';
import type { Grant } from '../../connections/gateway/grant.ts';
import { keepGateway } from '../../connections/gateway/keepGateway.ts';
import type { Container } from '../../container.ts';
import { checkedAddress } from '../../service/address.ts';
import { logIn } from '../../service/gateway/login.ts';
import { plainText } from '../../views/plainText.ts';
import { offerGitIgnore } from '../offerGitIgnore.ts';
import { withCancellableProgress } from '../progress.ts';
import { offerToShare } from './invitations.ts';

export interface SignInManner {
  /** Named by the workspace: what is in the person's environment is not offered to it. */
  readonly fromWorkspace?: boolean;
  /** Asks for what the gateway said is missing, too. */
  readonly wider?: boolean;
}

type Credentials =
  { readonly grant: Grant; readonly variable?: string; readonly file?: string } | undefined;

/**
 * Signs in to a gateway in its way, and uses it from then on.
 * @returns whether it is in use afterwards
 * @throws AppError
 */
export async function signInToGateway(
  container: Container,
  gateway: Gateway,
  manner: SignInManner = {},
): Promise<boolean> {
  const base = checkedAddress(gateway.url);
  const wanted = manner.wider ? await withWiderScope(gateway) : gateway;
  if (!wanted) return false;
  const credentials = await askCredentials(container, wanted, base, manner);
  if (!credentials) return false;
  const call = container.gateways.callAt(wanted);
  const { accounts } = container;
  const kept = await withCancellableProgress(
    l10n.t('Signing in to {0}', base.host),
    (_say, signal) =>
      keepGateway({ accounts, call, now: Date.now }, { gateway: wanted, ...credentials }, signal),
  );
  container.credits.signedIn(kept.account, kept.signIn);
  const user = kept.signIn?.user;
  const said =
    user === undefined
      ? l10n.t('Signed in to {0}: statements are parsed through it from now on.', base.host)
      : l10n.t(
          'Signed in to {0} as {1}: statements are parsed through it from now on.',
          base.host,
          plainText(user),
        );
  void offerToShare(wanted, said);
  return true;
}

async function withWiderScope(gateway: Gateway): Promise<Gateway | undefined> {
  if (gateway.signIn !== 'oauth') return gateway;
  const scope = await window.showInputBox({
    title: l10n.t('Scope'),
    prompt: l10n.t('What to ask the gateway for, separated by spaces'),
    value: gateway.scope ?? DEFAULT_SCOPE,
    ignoreFocusOut: true,
  });
  return scope === undefined ? undefined : { ...gateway, scope: scope.trim() };
}

function askCredentials(
  container: Container,
  gateway: Gateway,
  base: URL,
  manner: SignInManner,
): Promise<Credentials> {
  switch (gateway.signIn) {
    case 'key':
      return askKey(base, manner);
    case 'login':
      return askLogin(container, gateway, base);
    case 'oauth':
      return container.browserConsent.run(gateway);
    case 'none':
      return Promise.resolve({ grant: { token: NO_CREDENTIAL } });
  }
}

async function askKey(base: URL, { fromWorkspace = false }: SignInManner): Promise<Credentials> {
  const found = await findKeys(fromWorkspace);
  const chosen = found.length === 0 ? undefined : await chooseFound(base, found);
  if (chosen === 'gaveUp') return undefined;
  if (chosen) {
    const { key, variable, file } = chosen;
    if (file) void offerGitIgnore(file);
    return { grant: { token: key }, variable, ...(file && { file: file.toString() }) };
  }
  const typed = await window.showInputBox({
    title: l10n.t('API Key of the Gateway'),
    prompt: l10n.t('From its Settings, under API Keys. It is sent to {0} only.', base.host),
    password: true,
    ignoreFocusOut: true,
    validateInput: (value) =>
      /^[\x21-\x7e]+$/.test(value.trim()) ? undefined : l10n.t('Paste the key.'),
  });
  return typed === undefined ? undefined : { grant: { token: typed.trim() } };
}

interface FoundKey extends NamedKey {
  /** The `.env` file that it is in; the environment when left out. */
  readonly file?: Uri;
}

/** A workspace may name a gateway of anyone's: what is in the person's environment is not offered to it, what is in its own files is. */
async function findKeys(fromWorkspace: boolean): Promise<readonly FoundKey[]> {
  const inEnvironment = fromWorkspace ? undefined : keyAmong(process.env, [GATEWAY_KEY]);
  const inFiles = (await readDotenvFiles()).flatMap(({ file, variables }) => {
    const found = keyAmong(variables, [GATEWAY_KEY]);
    return found ? [{ ...found, file }] : [];
  });
  return [...(inEnvironment ? [inEnvironment] : []), ...inFiles];
}

/** @returns undefined when a key is to be typed in */
async function chooseFound(
  base: URL,
  found: readonly FoundKey[],
): Promise<FoundKey | undefined | 'gaveUp'> {
  const ways: (QuickPickItem & { readonly found: FoundKey | undefined })[] = [
    ...found.map((one) => ({
      label: l10n.t('{0} Use the Key That Is There', '$(key)'),
      description: one.file
        ? plainText(workspace.asRelativePath(one.file))
        : l10n.t('environment variable {0}', GATEWAY_KEY),
      detail: l10n.t('It is read there each time, and sent to {0} only', base.host),
      found: one,
    })),
    { label: l10n.t('{0} Enter API Key', '$(key)'), found: undefined },
  ];
  const way = await window.showQuickPick(ways, {
    title: l10n.t('API Key of the Gateway'),
    ignoreFocusOut: true,
  });
  return way ? way.found : 'gaveUp';
}

async function askLogin(container: Container, gateway: Gateway, base: URL): Promise<Credentials> {
  const { loginField = 'username' } = gateway;
  const user = await window.showInputBox({
    title: l10n.t('Sign In to {0}', base.host),
    prompt: loginField === 'email' ? l10n.t('E-mail address') : l10n.t('User name'),
    ignoreFocusOut: true,
  });
  if (!user) return undefined;
  const password = await window.showInputBox({
    title: l10n.t('Password for {0}', base.host),
    prompt: l10n.t('It is sent to {0} once and not kept.', base.host),
    password: true,
    ignoreFocusOut: true,
  });
  if (!password) return undefined;
  const call = container.gateways.callAt(gateway);
  const { token, refreshToken, expiresAt } = await withCancellableProgress(
    l10n.t('Signing in to {0}', base.host),
    (_say, signal) =>
      logIn(
        call,
        pathsOf(gateway).login,
        { field: loginField, user, password },
        { signal, now: Date.now },
      ),
  );
  return {
    grant: {
      token,
      ...(refreshToken === undefined ? {} : { refreshToken }),
      ...(expiresAt === undefined ? {} : { expiresAt }),
    },
  };
}
