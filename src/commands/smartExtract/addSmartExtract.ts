import { type QuickInputButton, type QuickPickItem, ThemeIcon, l10n, window } from 'vscode';
import {
  type Environment,
  openSessionAt,
  smartExtractId,
} from '../../connections/smartExtract/smartExtract.ts';
import type { Container } from '../../container.ts';
import { smartExtractApi } from '../../settings.ts';
import { withCancellableProgress } from '../progress.ts';
import { openInBrowser } from '../../views/openInBrowser.ts';
import { API_KEYS_PAGE } from './apiKeysPage.ts';
import { smartExtractServices } from './smartExtractServices.ts';

/** Takes a key of SmartExtract, once it has been traded for a session. @throws AppError */
export async function addSmartExtract(container: Container): Promise<boolean> {
  const { origin, host } = smartExtractApi();
  const environment = await askEnvironment();
  if (!environment) return false;
  const key = await askSecret(
    l10n.t('SmartExtract API Key'),
    l10n.t('It is sent to {0} only.', host),
  );
  if (key === undefined) return false;
  const secret = await askSecret(
    l10n.t('SmartExtract Secret Key'),
    l10n.t(
      'SmartExtract shows it once, and so it is never shown here; it is sent to {0} only.',
      host,
    ),
  );
  if (secret === undefined) return false;
  await withCancellableProgress(l10n.t('Signing in to {0}', host), (_say, signal) =>
    openSessionAt(
      smartExtractServices(container),
      { origin, environment },
      { key, secret },
      signal,
    ),
  );
  await container.accounts.keep(
    {
      id: smartExtractId(environment, origin),
      kind: 'smartExtract',
      environment,
      origin,
      createdAt: new Date().toISOString(),
    },
    JSON.stringify({ key, secret }),
  );
  void window.showInformationMessage(
    l10n.t(
      'SmartExtract is connected: PDFs and spreadsheets have Open in SmartExtract in their menu. It reads rent rolls and operating statements, no account statements.',
    ),
  );
  return true;
}

async function askEnvironment(): Promise<Environment | undefined> {
  const choices: (QuickPickItem & { readonly environment: Environment })[] = [
    { label: l10n.t('Production'), environment: 'production' },
    {
      label: l10n.t('Staging'),
      detail: l10n.t('For trying out, with keys of its own'),
      environment: 'staging',
    },
  ];
  const picked = await window.showQuickPick(choices, {
    title: l10n.t('Which SmartExtract?'),
    ignoreFocusOut: true,
  });
  return picked?.environment;
}

function askSecret(title: string, prompt: string): Promise<string | undefined> {
  const apiKeys: QuickInputButton = {
    iconPath: new ThemeIcon('link-external'),
    tooltip: l10n.t('Open API Keys Page'),
  };
  const box = window.createInputBox();
  box.title = title;
  box.prompt = prompt;
  box.password = true;
  box.ignoreFocusOut = true;
  box.buttons = [apiKeys];
  return new Promise((resolve) => {
    box.onDidTriggerButton(() => void openInBrowser(API_KEYS_PAGE));
    box.onDidAccept(() => {
      const typed = box.value.trim();
      if (!/^[\x21-\x7e]+$/.test(typed)) {
        box.validationMessage = l10n.t('Paste the key.');
        return;
      }
      resolve(typed);
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}
