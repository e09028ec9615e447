import { l10n } from 'vscode';
import type { Rooms } from '../rooms.ts';
import { SANDBOX_KEY } from '../service/sandbox.ts';
import { apiBaseUrl } from '../settings.ts';
import { keepOnceChecked } from './keepOnceChecked.ts';

/**
 * Uses the sandbox, which returns sample data whatever PDF it is sent.
 * @returns whether it is in use afterwards
 * @throws Problem
 */
export function useSandbox(rooms: Rooms): Promise<boolean> {
  const { origin } = apiBaseUrl();
  const account = {
    id: `sandbox ${origin}`,
    kind: 'sandbox',
    origin,
    createdAt: new Date().toISOString(),
  } as const;
  return keepOnceChecked(
    rooms,
    { account, key: SANDBOX_KEY, keepKey: false },
    l10n.t('Sandbox in use, every PDF gives the same sample data'),
  );
}
