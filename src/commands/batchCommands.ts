import { Uri } from 'vscode';
import type { Container } from '../container.ts';
import { agreedPayer } from './agreedPayer.ts';
import { parseOne } from './parseOne.ts';
import { runBatch } from './parseMany.ts';

/** What the lines of a batch are called with; nothing is taken for granted, since any extension may call. */
function fileOf(item: unknown): string | undefined {
  return typeof item === 'object' &&
    item !== null &&
    'file' in item &&
    typeof item.file === 'string'
    ? item.file
    : undefined;
}

/** Opens the portfolio of a line. What was parsed is kept, so this costs nothing. */
export async function openBatchItem(container: Container, item: unknown): Promise<void> {
  const file = fileOf(item);
  const state = container.batchController.items.find((one) => one.file === file)?.state;
  if (file === undefined || state?.status !== 'parsed') return;
  const pdf = Uri.parse(file, true);
  const kept = await container.keeping().store.find(state.hash);
  // A sample is not kept; asking for it again costs nothing.
  if (!kept) await parseOne(container, pdf);
  else container.panels.show({ text: kept.text, pdf, sample: false });
}

/** Ends one line, or the whole batch. */
export function cancelBatch(container: Container, item: unknown): void {
  container.batchController.cancel(fileOf(item));
}

/** Tries one line again. @throws AppError */
export async function retryBatchItem(
  container: Container,
  item: unknown,
  payAgain: boolean,
): Promise<void> {
  const file = fileOf(item);
  const account = file === undefined ? undefined : await agreedPayer(container, [file]);
  if (file !== undefined && account)
    await runBatch(container, () => container.batchController.retry(account, [file], payAgain));
}
