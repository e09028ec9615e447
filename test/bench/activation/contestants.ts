export const OURS = 'casparser.casparser';
/** Nothing but an empty `activate`. */
export const EMPTY = 'bench.empty';
/** As empty, but with `require('vscode')`, for which VS Code makes each extension an API of its own. */
export const IMPORTING = 'bench.importing';
export const shipped = [
  'vscode.github-authentication',
  'vscode.emmet',
  'vscode.merge-conflict',
] as const;
export const contestants: readonly string[] = [OURS, EMPTY, IMPORTING, ...shipped];

/**
 * Activated before all others and not measured: what VS Code itself does for the first time at the first activation
 * is charged to none of the contestants.
 */
export const PACEMAKER = 'bench.pacemaker';
