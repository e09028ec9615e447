import type { UsagePageMessage } from '../../views/usageMessages.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: UsagePageMessage): void;
};

// Can be acquired once only, and stays in this module.
const vscode = acquireVsCodeApi();

export function send(message: UsagePageMessage): void {
  vscode.postMessage(message);
}
