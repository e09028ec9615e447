import { type LogOutputChannel, window } from 'vscode';
import type { ExchangeLine } from './service/client.ts';
import type { AppError } from './service/appError.ts';
import type { StorageIssue } from './statements/storage/storageIssue.ts';

/** The extension's log. It takes facts, not sentences, so that nothing personal can get in by way of a message. */
export interface Log {
  exchange(line: ExchangeLine): void;
  problem(where: string, problem: AppError): void;
  trouble(trouble: StorageIssue): void;
  /** A bug of ours: its stack holds names of functions and files of the extension, no data. */
  bug(where: string, error: unknown): void;
  show(): void;
  dispose(): void;
}

export function openLog(): Log {
  const channel: LogOutputChannel = window.createOutputChannel('CAS Parser', { log: true });
  return {
    exchange({ what, outcome, milliseconds, requestId }) {
      channel.info(`${what}: ${outcome} after ${milliseconds} ms, ${requestId ?? 'no request id'}`);
    },
    problem(where, { kind, details }) {
      const { httpStatus, code, requestId } = details;
      channel.warn(`${where}: ${kind} ${JSON.stringify({ httpStatus, code, requestId })}`);
    },
    trouble({ kind, code }) {
      channel.warn(`storage: ${kind} ${code ?? ''}`);
    },
    bug(where, error) {
      // A message can be of several lines, and anything can stand in it.
      const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
      const frames = lines.filter((line) => /^\s+at /.test(line));
      const name = error instanceof Error ? error.name : typeof error;
      channel.error([`${where}: unexpected ${name}`, ...frames].join('\n'));
    },
    show: () => channel.show(),
    dispose: () => channel.dispose(),
  };
}
