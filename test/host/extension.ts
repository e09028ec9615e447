import { type Extension, extensions } from 'vscode';

/** The extension under test, as VS Code knows it. */
export function theExtension(): Extension<unknown> {
  const extension = extensions.getExtension('casparser.casparser');
  if (!extension) throw new Error('The extension is not installed.');
  return extension;
}

interface Manifest {
  readonly capabilities: { untrustedWorkspaces: { restrictedConfigurations: string[] } };
  readonly contributes: {
    readonly commands: { command: string; title: string; category: string }[];
    readonly menus: Record<string, { command: string; when?: string }[]>;
    readonly configuration: { properties: Record<string, { scope: string; default: unknown }> };
    readonly languageModelTools: {
      name: string;
      modelDescription: string;
      inputSchema: unknown;
    }[];
    readonly customEditors: { viewType: string; selector: { filenamePattern: string }[] }[];
    readonly walkthroughs: { steps: { media: { svg: string }; description: string }[] }[];
  };
}

export function manifest(): Manifest {
  return theExtension().packageJSON as Manifest;
}
