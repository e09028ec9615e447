import { l10n, window } from 'vscode';
import { tokenExpiry } from '../connections/tokenExpiry.ts';
import type { Container } from '../container.ts';
import { AppError } from '../service/appError.ts';
import { verifyAccessToken } from '../service/token.ts';
import { apiBaseUrl } from '../settings.ts';
import { withCancellableProgress } from './progress.ts';

/**
 * Takes an access token that was handed over, if the service says that it is valid.
 * @returns whether it is in use afterwards
 * @throws AppError
 */
export async function useAccessToken(container: Container, token: string): Promise<boolean> {
  const { origin } = apiBaseUrl();
  const checked = await withCancellableProgress(
    l10n.t('Checking the access token'),
    (_say, signal) => verifyAccessToken(container.call, { origin }, token, signal),
  );
  if (!checked.valid) throw new AppError('tokenInvalid', { serviceSays: checked.says });
  const expiresAt = checked.expiresAt ?? tokenExpiry(token);
  await container.accounts.keep(
    {
      id: `token ${origin}`,
      kind: 'accessToken',
      origin,
      createdAt: new Date().toISOString(),
      ...(expiresAt === undefined ? {} : { expiresAt }),
    },
    token,
  );
  void window.showInformationMessage(
    l10n.t(
      'The access token works. It parses statements until it ends, and cannot ask for the credits.',
    ),
  );
  return true;
}
