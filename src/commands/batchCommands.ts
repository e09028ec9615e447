import { Uri } from 'vscode';
import type { Rooms } from '../rooms.ts';
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
export async function openBatchItem(rooms: Rooms, item: unknown): Promise<void> {
  const file = fileOf(item);
  const state = rooms.batchDesk.items.find((one) => one.file === file)?.state;
  if (file === undefined || state?.status !== 'parsed') return;
  const pdf = Uri.parse(file, true);
  const kept = await rooms.keeping().store.find(state.hash);
  // A sample is not kept; asking for it again costs nothing.
  if (!kept) await parseOne(rooms, pdf);
  else rooms.panels.show({ text: kept.text, pdf, sample: false });
}

/** Ends one line, or the whole batch. */
export function cancelBatch(rooms: Rooms, item: unknown): void {
  rooms.batchDesk.cancel(fileOf(item));
}

/** Tries one line again. @throws Problem */
export async function retryBatchItem(
  rooms: Rooms,
  item: unknown,
  payAgain: boolean,
): Promise<void> {
  const file = fileOf(item);
  const account = file === undefined ? undefined : await agreedPayer(rooms, [file]);
  if (file !== undefined && account)
    await runBatch(rooms, () => rooms.batchDesk.retry(account, [file], payAgain));
}
