import { Uri } from 'vscode';

/**
 * The files that a menu means: of the Explorer (the file under the pointer, then all that are selected) or of the view of saved
 * portfolios, whose nodes have `files`. Nothing is taken for granted, since any extension may call.
 */
export function filesOf(one: unknown, all: unknown): Uri[] {
  const chosen = Array.isArray(all) && all.length > 0 ? (all as unknown[]) : [one];
  const files = chosen.flatMap(filesOfOne);
  const byAddress = new Map(files.map((file) => [file.toString(), file]));
  return [...byAddress.values()];
}

function filesOfOne(node: unknown): Uri[] {
  if (node instanceof Uri) return [node];
  if (typeof node !== 'object' || node === null || !('files' in node)) return [];
  const { files } = node;
  return Array.isArray(files) ? files.filter((file) => file instanceof Uri) : [];
}
