import type { Storage } from '../../../src/statements/storage/openStorage.ts';
import type { openStorage as open } from '../../../src/statements/storage/openStorage.ts';
import { thisWindow } from '../editorWindow.ts';
import { storageOf } from '../copies.ts';

/** The product's own, of the window's process. */
export function openStorage(...parts: Parameters<typeof open>): Storage {
  return storageOf(thisWindow().copy)(...parts);
}
