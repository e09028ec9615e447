import type { PageMessage } from '../views/messages.ts';
import type { ViewState } from './state/viewState.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void;
  getState(): SavedState | undefined;
  setState(state: SavedState): void;
};

/** A page of a later version may have left something else: only its own version is taken up again. */
interface SavedState {
  readonly version: 1;
  readonly view: Partial<ViewState>;
  /** URIs of the files that the page shows together, for a restart. */
  readonly files?: readonly string[] | undefined;
}

// Can be acquired once only, and stays in this module.
const vscode = acquireVsCodeApi();

export function send(message: PageMessage): void {
  vscode.postMessage(message);
}

/** How the page was left, if it was open before; an earlier build may have kept less of it. */
export function savedView(): Partial<ViewState> | undefined {
  const saved = vscode.getState();
  return saved?.version === 1 ? saved.view : undefined;
}

export function saveView(view: ViewState): void {
  vscode.setState({ version: 1, view, files: vscode.getState()?.files });
}

/** Has the same files opened again after a restart. */
export function keepFiles(files: readonly string[]): void {
  vscode.setState({ version: 1, view: savedView() ?? {}, files });
}
