import { type QuickPickItem, Uri, l10n, window, workspace } from 'vscode';
import { type AnswerWay, type AskEndpoint, askBase } from '../../connections/ask/askEndpoint.ts';
import { ASK_KEY, type FoundAskKey, askKeyAmong } from '../../connections/ask/foundAskKeys.ts';
import { keepAsk } from '../../connections/ask/keepAsk.ts';
import { readDotenvFiles } from '../../connections/dotenvKeys.ts';
import type { Container } from '../../container.ts';
import { checkedAddress } from '../../service/address.ts';
import { askLimits } from '../../askSettings.ts';
import { plainText } from '../../views/plainText.ts';
import { offerGitIgnore } from '../offerGitIgnore.ts';
import { withCancellableProgress } from '../progress.ts';

/** What the service's documentation names. Nobody is known to answer there, so it stands as an example and is never used by itself. */
const DOCUMENTED = 'https://api.claude.ai/v1';

/**
 * Signs in to a chat service, whose address the person confirms.
 * @param before the service as it was, when its key is replaced
 * @returns whether it is there afterwards
 * @throws AppError
 */
export async function addAsk(container: Container, before?: AskEndpoint): Promise<boolean> {
  const found = await chooseFound();
  if (found === 'gaveUp') return false;
  const base = await confirmAddress(before?.url ?? found?.url);
  if (!base) return false;
  const key = found?.key ?? (await askKey(base));
  if (key === undefined) return false;
  const answers = await chooseAnswers(base);
  if (!answers) return false;
  const endpoint: AskEndpoint = { url: base.href, answers };
  const { accounts } = container;
  const { account, checked } = await withCancellableProgress(
    l10n.t('Signing in to {0}', base.host),
    (_say, signal) =>
      keepAsk(
        { accounts, call: container.callAt('ask', base), limits: askLimits(), now: Date.now },
        { endpoint, key, stays: found && (found.file === undefined ? {} : { file: found.file }) },
        signal,
      ),
  );
  void window.showInformationMessage(
    checked
      ? l10n.t(
          'Signed in to {0}: a portfolio has a box for questions now.',
          new URL(account.origin).host,
        )
      : l10n.t(
          'Kept for {0}: a portfolio has a box for questions now. Whether the key works shows with the first one.',
          new URL(account.origin).host,
        ),
  );
  if (found?.file !== undefined) void offerGitIgnore(Uri.parse(found.file, true));
  return true;
}

/** @returns undefined when a key is to be typed in */
async function chooseFound(): Promise<FoundAskKey | undefined | 'gaveUp'> {
  const found = await findKeys();
  if (found.length === 0) return undefined;
  const typed: QuickPickItem & { found?: FoundAskKey } = {
    label: l10n.t('{0} Enter API Key', '$(key)'),
  };
  const ways = found.map((one) => ({
    label: l10n.t('{0} Use the Key That Is There', '$(key)'),
    description:
      one.file === undefined
        ? l10n.t('environment variable {0}', ASK_KEY)
        : plainText(workspace.asRelativePath(Uri.parse(one.file, true))),
    detail: l10n.t(
      'It is read there each time, and sent only to the address that you confirm next',
    ),
    found: one,
  }));
  const way = await window.showQuickPick([...ways, typed], {
    title: l10n.t('API Key of the Ask Service'),
    ignoreFocusOut: true,
  });
  return way ? way.found : 'gaveUp';
}

async function findKeys(): Promise<readonly FoundAskKey[]> {
  const inEnvironment = askKeyAmong(process.env);
  const inFiles = (await readDotenvFiles()).flatMap(({ file, variables }) => {
    const found = askKeyAmong(variables);
    return found ? [{ ...found, file: file.toString() }] : [];
  });
  return [...(inEnvironment ? [inEnvironment] : []), ...inFiles];
}

/** Whatever is suggested, it is the person who says where the figures of a portfolio go. */
async function confirmAddress(suggested: string | undefined): Promise<URL | undefined> {
  const typed = await window.showInputBox({
    title: l10n.t('Address of the Ask Service'),
    prompt: l10n.t(
      'Your questions and the figures of your portfolio will go there, without names and numbers of accounts. Confirm it only if you trust it.',
    ),
    placeHolder: DOCUMENTED,
    ...(suggested !== undefined && { value: suggested }),
    ignoreFocusOut: true,
    validateInput: (value) =>
      baseOf(value)
        ? undefined
        : l10n.t('A plain https:// address; http:// on this computer only.'),
  });
  return typed === undefined ? undefined : baseOf(typed);
}

function baseOf(value: string): URL | undefined {
  try {
    return askBase(checkedAddress(value.trim()));
  } catch {
    return undefined;
  }
}

async function askKey(base: URL): Promise<string | undefined> {
  const typed = await window.showInputBox({
    title: l10n.t('API Key of the Ask Service'),
    prompt: l10n.t(
      'It is sent to {0} only, and kept in the secret storage. The environment variable {1} is not set.',
      base.host,
      ASK_KEY,
    ),
    password: true,
    ignoreFocusOut: true,
    validateInput: (value) =>
      /^[\x21-\x7e]+$/u.test(value.trim()) ? undefined : l10n.t('Paste the key.'),
  });
  return typed?.trim();
}

async function chooseAnswers(base: URL): Promise<AnswerWay | undefined> {
  const ways: (QuickPickItem & { readonly way: AnswerWay })[] = [
    {
      label: l10n.t('{0} As It Is Written', '$(pulse)'),
      detail: l10n.t('Over a WebSocket; as a whole where {0} has none', base.host),
      way: 'stream',
    },
    {
      label: l10n.t('{0} As a Whole', '$(comment)'),
      detail: l10n.t('One request, one answer'),
      way: 'whole',
    },
    {
      label: l10n.t('{0} As It Is Written, With the Key in the Address', '$(pulse)'),
      detail: l10n.t('For servers that read it only there: addresses end up in their logs'),
      way: 'streamWithKeyInAddress',
    },
  ];
  const picked = await window.showQuickPick(ways, {
    title: l10n.t('How should answers come?'),
    ignoreFocusOut: true,
  });
  return picked?.way;
}
