import {
  type LanguageModelTool,
  LanguageModelTextPart,
  LanguageModelToolResult,
  type PreparedToolInvocation,
  Uri,
  l10n,
  workspace,
} from 'vscode';
import type { Rooms } from '../../rooms.ts';
import { engine, serviceHost } from '../../settings.ts';
import { sha256 } from '../../statements/sha256.ts';
import { knownStatement } from '../../tools/statementLibrary.ts';
import { ToolError } from '../../tools/toolError.ts';
import { fileName } from '../../views/fileName.ts';
import { plainText } from '../../views/plainText.ts';
import { parseOne } from '../parseOne.ts';
import { parsePdfLocally } from '../parsePdfLocally.ts';

interface ParseInput {
  /** Path of the PDF, from the top of a folder of the workspace. */
  readonly file: string;
}

/** Parses a statement that a model asks for, once the person has seen what it costs; the password is asked of the person. */
export function parseTool(rooms: Rooms): LanguageModelTool<ParseInput> {
  return {
    async prepareInvocation({ input }): Promise<PreparedToolInvocation> {
      const pdf = await pdfOf(input);
      const file = plainText(fileName(pdf));
      return {
        invocationMessage: l10n.t('Parsing {0}', file),
        confirmationMessages: {
          title: l10n.t('Parse {0}?', file),
          message: await costOf(rooms, pdf),
        },
      };
    },
    async invoke({ input }) {
      const pdf = await pdfOf(input);
      await (engine() === 'local' ? parsePdfLocally(rooms, pdf) : parseOne(rooms, pdf));
      const shown = rooms.panels.all.find((one) => one.pdf.toString() === pdf.toString());
      const statement = shown && knownStatement(shown.text, null);
      if (!statement)
        throw new ToolError('It was not parsed; the user has been told why. Ask the user.');
      const said = JSON.stringify({ statement: statement.id });
      return new LanguageModelToolResult([new LanguageModelTextPart(said)]);
    },
  };
}

async function costOf(rooms: Rooms, pdf: Uri): Promise<string> {
  if (engine() === 'local')
    return l10n.t('The PDF is read on this computer: nothing is uploaded and no credit is used.');
  const hash = sha256(await workspace.fs.readFile(pdf));
  if (await rooms.storage.statements.has(hash))
    return l10n.t('It was parsed before and is kept on this computer: no credit is used.');
  return l10n.t(
    'The PDF is uploaded to {0}. 1 credit is used when it is parsed. A password is asked of you, never of the model.',
    serviceHost(),
  );
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
    if (found) return given;
  }
  throw new ToolError(
    'There is no such PDF in the workspace. Give its path from the top of the workspace folder.',
  );
}
