import { realpath } from 'node:fs/promises';
import { relative, isAbsolute } from 'node:path';
import {
  type LanguageModelTool,
  LanguageModelTextPart,
  LanguageModelToolResult,
  type PreparedToolInvocation,
  Uri,
  l10n,
  window,
  workspace,
} from 'vscode';
import type { Container } from '../../container.ts';
import { engine, serviceHost } from '../../settings.ts';
import { sha256 } from '../../statements/sha256.ts';
import { knownStatement } from '../../tools/statementLibrary.ts';
import { ToolError } from '../../tools/toolError.ts';
import { plainText } from '../../views/plainText.ts';
import { engineToUse } from '../engineToUse.ts';
import { parseOne } from '../parseOne.ts';
import { readStatementsHere } from '../parsePdfLocally.ts';

interface ParseInput {
  /** Path of the PDF, from the top of a folder of the workspace. */
  readonly file: string;
}

/**
 * Parses a statement that a model asks for. What costs nothing, the editor asks about, and the person may agree to it once for all;
 * what costs a credit is asked here each time. The password is asked of the person.
 */
export function parseTool(container: Container): LanguageModelTool<ParseInput> {
  return {
    async prepareInvocation({ input }): Promise<PreparedToolInvocation> {
      const pdf = await pdfOf(input);
      const file = plainText(workspace.asRelativePath(pdf));
      const invocationMessage = l10n.t('Parsing {0}', file);
      const message = await whyFree(container, pdf);
      if (message === undefined) return { invocationMessage };
      const title = l10n.t('Parse {0}?', file);
      return { invocationMessage, confirmationMessages: { title, message } };
    },
    async invoke({ input }) {
      const pdf = await pdfOf(input);
      const before = new Set(container.panels.all);
      const chosen = await engineToUse(container);
      if (chosen === 'local') await readStatementsHere(container, [pdf]);
      else if (chosen === 'cloud' && (await agreedToCost(container, pdf)))
        await parseOne(container, pdf);
      else throw new ToolError('The user did not agree to it. Ask the user.');
      // One that was open before may be of another reading of it.
      const shown = container.panels.all.find(
        (one) => !before.has(one) && one.pdf.toString() === pdf.toString(),
      );
      const statement = shown && knownStatement(shown.text, null);
      if (!statement)
        throw new ToolError('It was not parsed; the user has been told why. Ask the user.');
      const said = JSON.stringify({ statement: statement.id });
      return new LanguageModelToolResult([new LanguageModelTextPart(said)]);
    },
  };
}

async function whyFree(container: Container, pdf: Uri): Promise<string | undefined> {
  if (engine() === 'local')
    return l10n.t('The PDF is read on this computer: nothing is uploaded and no credit is used.');
  return (await container.storage.statements.has(await hashOf(pdf)))
    ? l10n.t('It was parsed before and is kept on this computer: no credit is used.')
    : undefined;
}

/** Asks for the credit, for these very bytes. @throws ToolError when they are others by the time that it is agreed to */
async function agreedToCost(container: Container, pdf: Uri): Promise<boolean> {
  const hash = await hashOf(pdf);
  if (await container.storage.statements.has(hash)) return true;
  const parse = l10n.t('Parse');
  const choice = await window.showWarningMessage(
    l10n.t('A language model wants {0} parsed.', plainText(workspace.asRelativePath(pdf))),
    {
      modal: true,
      detail: l10n.t(
        'The PDF is uploaded to {0}. 1 credit is used when it is parsed. A password is asked of you, never of the model.',
        serviceHost(),
      ),
    },
    parse,
  );
  if (choice !== parse) return false;
  if ((await hashOf(pdf)) !== hash)
    throw new ToolError('The file has changed since the user was asked. Ask the user.');
  return true;
}

async function hashOf(pdf: Uri): Promise<string> {
  return sha256(await workspace.fs.readFile(pdf));
}

/** Only files of the workspace: a model may not have others uploaded. @throws ToolError */
async function pdfOf({ file }: ParseInput): Promise<Uri> {
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const given = Uri.joinPath(uri, file.startsWith(uri.path) ? file.slice(uri.path.length) : file);
    if (!given.path.startsWith(`${uri.path}/`) || !/\.pdf$/iu.test(given.path)) continue;
    const found = await workspace.fs.stat(given).then(
      () => true,
      () => false,
    );
    if (found && (await isReallyIn(uri, given))) return given;
  }
  throw new ToolError(
    'There is no such PDF in the workspace. Give its path from the top of the workspace folder.',
  );
}

/** Whether no link leads out of the folder. */
async function isReallyIn(folder: Uri, file: Uri): Promise<boolean> {
  if (file.scheme !== 'file') return true;
  const way = relative(await realpath(folder.fsPath), await realpath(file.fsPath));
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}
