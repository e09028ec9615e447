import { appBaseUrl } from '../settings.ts';
import { openInBrowser } from '../views/openInBrowser.ts';

const pages = ['/', '/developers', '/billing'] as const;

/** A page of the dashboard: its first, the API keys, or the credits. */
export type DashboardPage = (typeof pages)[number];

/**
 * Opens the dashboard in the browser.
 * @param asked a `DashboardPage`; anything else, which another extension may pass, opens the first page
 * @throws AppError `addressInvalid`
 */
export async function openDashboard(asked: unknown): Promise<void> {
  const page = pages.find((known) => known === asked) ?? '/';
  await openInBrowser(appBaseUrl().href.replace(/\/$/, '') + page);
}
