import type { openStorage } from '../../src/statements/storage/openStorage.ts';
import { loadingCopy } from './standIns/globals.ts';

type OpenStorage = typeof openStorage;

const loaded = new Map<number, OpenStorage>();
const PLACE = '../../src/statements/storage/openStorage.ts';

/** What knows its process is loaded once for each process: locks are of one. */
export async function loadCopy(copy: number): Promise<void> {
  if (loaded.has(copy)) return;
  loadingCopy(copy);
  const module = (await import(`${PLACE}?copy=${copy}`)) as { openStorage: OpenStorage };
  loaded.set(copy, module.openStorage);
}

export function storageOf(copy: number): OpenStorage {
  const open = loaded.get(copy);
  if (!open) throw new Error(`copy ${copy} is not loaded`);
  return open;
}
