import type { LanguageModelTool } from 'vscode';
import type { ChatTools } from './chatTools.ts';
import type { ChatToolName } from './toolNames.ts';

/** A tool that is registered at activation, and loaded when a model first uses it. */
export function lazyChatTool(
  name: ChatToolName,
  open: () => Promise<ChatTools>,
): LanguageModelTool<unknown> {
  const tool = async () => {
    const found = (await open()).get(name);
    if (!found) throw new Error(`There is no tool ${name}.`);
    return found;
  };
  return {
    prepareInvocation: async (options, token) => (await tool()).prepareInvocation?.(options, token),
    invoke: async (options, token) => (await tool()).invoke(options, token),
  };
}
