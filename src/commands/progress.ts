import { ProgressLocation, window } from 'vscode';

/** Runs a task under a progress notification whose Cancel aborts the task's signal. */
export function withCancellableProgress<T>(
  title: string,
  task: (say: (message: string) => void, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const shown = window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (progress, cancellation) => {
      const abort = new AbortController();
      cancellation.onCancellationRequested(() => abort.abort());
      return task((message) => progress.report({ message }), abort.signal);
    },
  );
  return Promise.resolve(shown);
}
