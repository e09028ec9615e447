import type { Page } from 'playwright-core';

/** The parts of the page below the answer, by the names of their tabs, with what must be on screen in each. */
export const parts = [
  { tab: 'Holdings', shows: '.holdings .holding' },
  { tab: 'Transactions', shows: '.transactions tbody tr' },
  { tab: 'Realised gains', shows: '.gains' },
  { tab: 'Checks', shows: '.folds .check' },
  { tab: 'Statement', shows: '.facts' },
] as const;

export async function showPart(page: Page, { tab, shows }: (typeof parts)[number]): Promise<void> {
  await page.getByRole('tab', { name: tab }).click();
  await page.locator(shows).first().waitFor();
}

/** The returns and checks come after the first rows. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.seal').first().waitFor();
  await page.locator('.seal:has-text("…")').waitFor({ state: 'detached' });
  await page.locator('.glance:not(:has-text("…"))').waitFor();
}

/** Opens the first holding that has transactions, as far as there is one, and the account it is in. */
export async function openSomething(page: Page): Promise<void> {
  await page.locator('.holding .opener').first().click();
  const group = page.locator('.group .opener').first();
  if ((await group.count()) > 0) await group.click();
}
