import { type QuickPickItem, l10n, window } from 'vscode';
import { apiPath, atHost, keyPairOf } from '../../connections/smartExtract/smartExtract.ts';
import type { Rooms } from '../../rooms.ts';
import { extractDocument } from '../../service/smartExtract/extractDocument.ts';
import { fileName } from '../../views/fileName.ts';
import { plainText } from '../../views/plainText.ts';
import { stepText } from '../../views/stepText.ts';
import { withCancellableProgress } from '../progress.ts';
import { chooseDocument } from './chooseDocument.ts';
import { connectedSmartExtract, smartExtractRooms } from './connectedSmartExtract.ts';
import { parsesInstead } from './parsesInstead.ts';

/** Extracts a document with SmartExtract's JSON API and shows the answer. Experimental: nobody with a key has run it. */
export async function extractToJson(rooms: Rooms, passed: unknown): Promise<void> {
  await parsesInstead(rooms, passed, () => extract(rooms, passed));
}

async function extract(rooms: Rooms, passed: unknown): Promise<void> {
  const document = await chooseDocument(rooms, passed);
  const account = document && (await connectedSmartExtract(rooms));
  if (!account) return;
  const kind = await askKind();
  if (!kind) return;
  const { origin, environment = 'production' } = account;
  const { host } = new URL(origin);
  const name = fileName(document.file);
  const pair = await keyPairOf(rooms, account);
  const call = smartExtractRooms(rooms).callAt(new URL(origin));
  const text = await withCancellableProgress(
    l10n.t('Extracting {0} (experimental)', plainText(name)),
    (say, signal) =>
      extractDocument(
        call,
        { path: apiPath(environment), origin },
        pair,
        { fileName: name, ...document, ...kind },
        { signal, onWait: (until) => say(stepText({ at: 'pausing', until }, host)) },
      ).catch((error: unknown) => {
        throw atHost(error, origin);
      }),
  );
  await rooms.json.show(l10n.t('{0} (experimental)', name), text);
}

interface Kind {
  readonly documentType: string;
  readonly assetType: string;
  readonly period?: { readonly from: string; readonly to: string };
}

async function askKind(): Promise<Kind | undefined> {
  const kinds: (QuickPickItem & { readonly documentType: string })[] = [
    { label: l10n.t('Rent Roll'), documentType: 'RENT_ROLL' },
    { label: l10n.t('Operating Statement'), documentType: 'OPERATING_STATEMENT' },
  ];
  const picked = await window.showQuickPick(kinds, {
    title: l10n.t('What kind of document is it?'),
    ignoreFocusOut: true,
  });
  if (!picked) return undefined;
  const assetType = await window.showInputBox({
    title: l10n.t('Type of the Property'),
    prompt: l10n.t('As SmartExtract’s documentation calls it'),
    value: 'MULTIFAMILY',
    ignoreFocusOut: true,
  });
  if (!assetType) return undefined;
  const { documentType } = picked;
  if (documentType !== 'OPERATING_STATEMENT') return { documentType, assetType };
  const from = await askDay(l10n.t('First Day of the Period'));
  const to = from === undefined ? undefined : await askDay(l10n.t('Last Day of the Period'));
  return from === undefined || to === undefined
    ? undefined
    : { documentType, assetType, period: { from, to } };
}

function askDay(title: string): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    placeHolder: 'YYYY-MM-DD',
    ignoreFocusOut: true,
    validateInput: (value) =>
      /^\d{4}-\d{2}-\d{2}$/.test(value) ? undefined : l10n.t('A day as YYYY-MM-DD.'),
  });
}
