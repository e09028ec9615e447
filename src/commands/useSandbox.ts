import { l10n } from 'vscode';
import type { Container } from '../container.ts';
import { SANDBOX_KEY } from '../service/sandbox.ts';
import { apiBaseUrl } from '../settings.ts';
import { keepOnceChecked } from './keepOnceChecked.ts';

/**
 * Uses the sandbox, which returns sample data whatever PDF it is sent.
 * @returns whether it is in use afterwards
 * @throws AppError
 */
export function useSandbox(container: Container): Promise<boolean> {
  const { origin } = apiBaseUrl();
  const account = {
    id: `sandbox ${origin}`,
    kind: 'sandbox',
    origin,
    createdAt: new Date().toISOString(),
  } as const;
  return keepOnceChecked(
    container,
    { account, key: SANDBOX_KEY, keepKey: false },
    l10n.t('Sandbox in use, every PDF gives the same sample data'),
  );
}
