import { type QuickPickItem, l10n, window } from 'vscode';
import { apiPath, atHost, keyPairOf } from '../../connections/smartExtract/smartExtract.ts';
import type { Container } from '../../container.ts';
import {
  type DocumentPart,
  readPages,
  readSheet,
} from '../../service/smartExtract/documentPart.ts';
import { extractDocument } from '../../service/smartExtract/extractDocument.ts';
import { fileName } from '../../views/fileName.ts';
import { plainText } from '../../views/plainText.ts';
import { stepText } from '../../views/stepText.ts';
import { withCancellableProgress } from '../progress.ts';
import { chooseDocument } from './chooseDocument.ts';
import { connectedSmartExtract } from './connectedSmartExtract.ts';
import { smartExtractServices } from './smartExtractServices.ts';
import { parsesInstead } from './parsesInstead.ts';

/** Extracts a document with SmartExtract's JSON API and shows the answer. Experimental: nobody with a key has run it. */
export async function extractToJson(container: Container, passed: unknown): Promise<void> {
  await parsesInstead(container, passed, () => extract(container, passed));
}

async function extract(container: Container, passed: unknown): Promise<void> {
  const document = await chooseDocument(container, passed);
  const account = document && (await connectedSmartExtract(container));
  if (!account) return;
  const kind = await askKind();
  const part = kind && (await askPart(fileName(document.file)));
  if (!part) return;
  const { origin, environment = 'production' } = account;
  const { host } = new URL(origin);
  const name = fileName(document.file);
  const pair = await keyPairOf(container, account);
  const call = smartExtractServices(container).callAt(new URL(origin));
  const text = await withCancellableProgress(
    l10n.t('Extracting {0} (experimental)', plainText(name)),
    (say, signal) =>
      extractDocument(
        call,
        { path: apiPath(environment), origin },
        pair,
        { fileName: name, ...document, ...kind, part },
        { signal, onWait: (until) => say(stepText({ at: 'pausing', until }, host)) },
      ).catch((error: unknown) => {
        throw atHost(error, origin);
      }),
  );
  await container.json.show(l10n.t('{0} (experimental)', name), text);
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

/** @returns undefined when the person gave up */
async function askPart(name: string): Promise<DocumentPart | undefined> {
  if (/\.pdf$/i.test(name)) {
    const pages = await window.showInputBox({
      title: l10n.t('Pages'),
      prompt: l10n.t('Pages to extract; leave it empty for all of them.'),
      placeHolder: '2-5',
      ignoreFocusOut: true,
      validateInput: (value) =>
        readPages(value) ? undefined : l10n.t('A page such as 3, or pages such as 2-5.'),
    });
    return pages === undefined ? undefined : readPages(pages);
  }
  if (!/\.xls[xm]?$/i.test(name)) return {};
  const sheet = await window.showInputBox({
    title: l10n.t('Sheet'),
    prompt: l10n.t('Number of the sheet to extract; leave it empty for the first.'),
    placeHolder: '1',
    ignoreFocusOut: true,
    validateInput: (value) =>
      readSheet(value) ? undefined : l10n.t('The number of a sheet, from 1.'),
  });
  return sheet === undefined ? undefined : readSheet(sheet);
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
