import { type Uri, env } from 'vscode';

/**
 * Opens an address in the browser as it was made. The editor takes texts as well, whatever its types say: of a `Uri` it would write
 * `%2B` as a plus and `%26` as an ampersand, so that what is in a query arrives as something else.
 * @returns whether it was opened
 */
export function openInBrowser(address: string): Thenable<boolean> {
  return env.openExternal(address as unknown as Uri);
}
