import type { Uri } from 'vscode';

/** The last part of a path, as the person knows the file. */
export function fileName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
