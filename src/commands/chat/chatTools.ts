import {
  type LanguageModelTool,
  LanguageModelTextPart,
  LanguageModelToolResult,
  l10n,
} from 'vscode';
import { readFacts } from '../../portfolio/facts/readFacts.ts';
import type { Container } from '../../container.ts';
import { hiddenFromModels } from '../../settings.ts';
import { shownHiding } from '../../tools/shownHiding.ts';
import type { StatementLibrary } from '../../tools/statementLibrary.ts';
import { statementTools } from '../../tools/statementTools.ts';
import { type Tool, callTool } from '../../tools/tool.ts';
import { parseTool } from './parseTool.ts';
import { parsedStatements } from './parsedStatements.ts';

export type ChatTools = ReadonlyMap<string, LanguageModelTool<unknown>>;

/** What models can do in the editor's chat: ask about what was parsed, and have a statement parsed. By the names of the tools. */
export function chatTools(container: Container): ChatTools {
  const library = parsedStatements(container);
  const parse = parseTool(container) as LanguageModelTool<unknown>;
  return new Map([
    ...statementTools.map((tool) => [tool.name, questionTool(container, library, tool)] as const),
    ['casparser_parse_statement', parse] as const,
  ]);
}

function questionTool(
  { mask, facts }: Container,
  library: StatementLibrary,
  tool: Tool,
): LanguageModelTool<unknown> {
  return {
    prepareInvocation: () => ({ invocationMessage: l10n.t('Reading parsed statements') }),
    async invoke({ input }) {
      // Who hides amounts on the screen does not want them told elsewhere.
      const shown = shownHiding(mask.on ? 'everything' : hiddenFromModels());
      const known = readFacts((await facts.load()).file);
      const said = await callTool(tool, input, { library, shown, facts: known });
      return new LanguageModelToolResult([new LanguageModelTextPart(said)]);
    },
  };
}
