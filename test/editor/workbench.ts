import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { PATIENCE_MS, until, untilThere } from '../patience.ts';
import { root } from './cache.ts';

/** Where every test run leaves its pictures. */
const pictures = join(root, 'test-results', 'screenshots');

/** Drives a VS Code in the browser the way a person does: keyboard, menus, what is on the screen. */
export class Workbench {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(
    browser: Browser,
    address: string,
    viewport = { width: 1400, height: 900 },
  ): Promise<Workbench> {
    // Animations cost more than anything else where no graphics card helps.
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    context.setDefaultTimeout(PATIENCE_MS);
    const workbench = new Workbench(await context.newPage());
    await workbench.goto(address);
    return workbench;
  }

  /** Opens another tab of the same browser. */
  async openTab(address: string): Promise<Workbench> {
    const tab = new Workbench(await this.page.context().newPage());
    await tab.goto(address);
    return tab;
  }

  /** Opens an address and waits until the window can be worked with, our commands and the Explorer included. */
  async goto(address: string): Promise<void> {
    // Starting has no limit but that of the whole run. VS Code gives up a connection that a busy machine is slow to answer, and
    // then has to be loaded anew.
    for (let patience = PATIENCE_MS; ; patience *= 2) {
      await this.page.goto(address, { timeout: 0 });
      if (await happens(this.#hasStarted(patience))) break;
    }
    await this.#findInPalette('CAS Parser: Parse CAS PDF', Infinity);
    await this.page.keyboard.press('Escape');
    const files = this.page.locator('.explorer-folders-view .monaco-list-row').first();
    while (!(await happens(files.waitFor({ timeout: 5_000 }))))
      await this.runCommand('View: Show Explorer');
  }

  /** Closes the window and opens it again; unlike `goto`, with all that VS Code keeps of it written before. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load', { timeout: 0 });
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.#hasStarted(0);
  }

  /** Once there is an extension host, the other extension shows so. */
  #hasStarted(timeout: number): Promise<void> {
    return this.page.locator('.statusbar-item[id*="invented.other"]').waitFor({ timeout });
  }

  /** Runs a command from the palette by its title. */
  async runCommand(title: string): Promise<void> {
    await this.#findInPalette(title);
    await this.page.keyboard.press('Enter');
  }

  /** Right after the start the palette does not know the extensions' commands yet, and does not look again. */
  async #findInPalette(title: string, longestMs = PATIENCE_MS): Promise<void> {
    // Before it filters, the list shows what was used last: only the row that Enter would take tells that it has.
    const entry = this.page.locator('.quick-input-list .monaco-list-row.focused', {
      hasText: title,
    });
    const end = performance.now() + longestMs;
    // Each try waits longer than the one before: a busy machine takes longer to show what there is.
    for (let patience = 500; performance.now() < end; patience = Math.min(20_000, patience * 1.3)) {
      await this.page.keyboard.press('F1');
      const typed = this.quickInput.fill(`>${title}`, { timeout: Math.max(2_000, patience) });
      if ((await happens(typed)) && (await happens(entry.waitFor({ timeout: patience })))) return;
      await this.page.keyboard.press('Escape');
      // A key is lost in the frame of an editor that was just put behind another one.
      await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    }
    throw new Error(`The palette has no command "${title}".`);
  }

  /** The text field of the quick input that is open. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget input.input:visible');
  }

  /** What a quick input says around its text field. */
  async quickInputText(): Promise<string> {
    const parts = this.page.locator('.quick-input-title, .quick-input-message');
    return (await parts.allInnerTexts()).join('\n');
  }

  /** Chooses the entry of a quick pick that has this text. */
  async pick(text: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
    // Of a long list only what is seen of it is there; typing finds the rest.
    const soon = performance.now() + 5_000;
    await until(async () => (await row.isVisible()) || performance.now() > soon);
    if (!(await row.isVisible())) await this.quickInput.fill(text);
    await row.waitFor();
    // A list still moves while it is laid out, and a click then chooses the neighbour; typing and Enter do not.
    await this.quickInput.fill(text);
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    const focused = rows.and(this.page.locator('.focused')).filter({ hasText: text });
    const isFound = () => focused.first().isVisible();
    // Some are named by what stands in another line than the one that is searched: the list is empty then, or begins with another.
    const enough = performance.now() + 5_000;
    const isSettled = async () => (await rows.count()) === 0 || performance.now() > enough;
    await until(async () => (await isFound()) || (await isSettled()));
    if (await isFound()) return this.page.keyboard.press('Enter');
    await this.quickInput.fill('');
    await row.click();
  }

  /** Types into the quick input with this title and accepts it. */
  async answer(title: string | RegExp, text: string): Promise<void> {
    await this.page.locator('.quick-input-title', { hasText: title }).waitFor();
    await this.quickInput.fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Types a path into a file dialog, if one is given, and accepts. */
  async acceptFileDialog(title: string, path?: string): Promise<void> {
    const dialog = this.page.locator('.quick-input-title', { hasText: title });
    await dialog.waitFor();
    const end = performance.now() + PATIENCE_MS;
    for (let patience = 2_000; performance.now() < end; patience *= 1.5) {
      if (!(await dialog.isVisible())) return;
      if (path !== undefined && !(await this.#typePath(path))) continue;
      await this.page.keyboard.press('Enter');
      if (await happens(dialog.waitFor({ state: 'hidden', timeout: patience }))) return;
    }
    throw new Error(`The dialog "${title}" stays.`);
  }

  /** The dialog fills in its folder and completes paths while it is typed into. @returns whether just the path is in it */
  async #typePath(path: string): Promise<boolean> {
    const isTyped = async () => [path, `${path}/`].includes(await this.quickInput.inputValue());
    if (await isTyped()) return true;
    await this.quickInput.press('ControlOrMeta+a');
    await this.page.keyboard.type(path, { delay: 10 });
    await this.page.waitForTimeout(300);
    return isTyped();
  }

  explorerRow(file: string): Locator {
    return this.page
      .locator('.explorer-folders-view')
      .getByRole('treeitem', { name: file, exact: true });
  }

  /** Right-clicks what is there and chooses from the menu. */
  async chooseFromMenu(on: Locator, entry: string): Promise<void> {
    const item = this.page.getByRole('menuitem', { name: entry, exact: true });
    const end = performance.now() + PATIENCE_MS;
    // A notification that appears closes a menu that is open.
    for (let patience = 3_000; performance.now() < end; patience *= 1.5) {
      await on.click({ button: 'right' });
      if (await happens(item.waitFor({ timeout: patience })))
        if (await this.#clickEntry(item)) return;
      await this.page.keyboard.press('Escape');
    }
    throw new Error(`The menu has no entry "${entry}".`);
  }

  /** Clicks an entry of the menu that is open. */
  async chooseFromOpenMenu(entry: string): Promise<void> {
    const item = this.page.getByRole('menuitem', { name: entry, exact: true });
    await item.waitFor();
    if (!(await this.#clickEntry(item)))
      throw new Error(`The menu with "${entry}" closed by itself.`);
  }

  /** Clicks until the menu is gone, since it ignores the mouse for a moment after it has opened. @returns false if it closed unclicked */
  async #clickEntry(item: Locator): Promise<boolean> {
    let isClicked = false;
    await until(async () => {
      if (!(await item.isVisible())) return true;
      isClicked = await happens(item.click({ timeout: 1_000 }));
      await this.page.waitForTimeout(150);
      return !(await item.isVisible());
    }, 'The choice from the menu');
    return isClicked;
  }

  /** The notification that has this text, as it pops up or in the list behind the bell. */
  notification(text: string | RegExp): Locator {
    return this.page.locator(
      ':is(.notifications-toasts, .notifications-center) .notification-list-item',
      { hasText: text },
    );
  }

  /** Waits for a notification and returns its whole message. */
  async notificationText(text: string | RegExp): Promise<string> {
    const message = this.notification(text).locator('.notification-list-item-message').first();
    await this.#lookForNotification(message);
    return message.innerText();
  }

  async clickNotificationButton(text: string | RegExp, button: string): Promise<void> {
    const notification = this.notification(text).first();
    const end = performance.now() + PATIENCE_MS;
    do {
      // One that pops up may hide while the mouse is on its way; then it is behind the bell.
      await this.#lookForNotification(notification);
      await happens(notification.hover({ timeout: 5_000 }));
      const pressed = notification.getByRole('button', { name: button }).first();
      if (await happens(pressed.click({ timeout: 5_000 }))) return;
    } while (performance.now() < end);
    throw new Error(`The button "${button}" cannot be clicked.`);
  }

  /** VS Code pops up three within 800 ms at the most; the others are behind the bell, where a person finds them. */
  async #lookForNotification(found: Locator): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    const list = this.page.locator('.notifications-center.visible');
    while (!(await happens(found.waitFor({ timeout: 5_000 })))) {
      if (performance.now() > end) return found.waitFor({ timeout: 1 });
      // Once it is open, the list also shows what comes later.
      if (await list.isVisible()) continue;
      await this.page.locator('.statusbar-item[id="status.notifications"]').click();
    }
  }

  /** VS Code shows three notifications within 800 ms at the most; a person is never that quick. */
  async breathe(): Promise<void> {
    await this.page.waitForTimeout(900);
  }

  /** Clears what is told; a progress that is still running stays. */
  async clearNotifications(): Promise<void> {
    const told = this.page.locator(
      ':is(.notifications-toasts, .notifications-center) .monaco-list-row:has(.notification-list-item)',
    );
    const running = told.filter({ has: this.page.locator('.monaco-progress-container.active') });
    const isCleared = async () => (await told.count()) <= (await running.count());
    // More may be told just then.
    const clearing = until(async () => {
      await this.runCommand('Notifications: Clear All Notifications');
      for (let looks = 30; looks > 0 && !(await isCleared()); looks--)
        await this.page.waitForTimeout(100);
      return isCleared();
    }, 'That nothing is told any more');
    await clearing.catch(async (error: unknown) => {
      await this.picture('failed to clear notifications');
      throw new Error(`Still told: ${(await told.allInnerTexts()).join(' | ')}`, { cause: error });
    });
  }

  /** Our item in the status bar. */
  get credits(): Locator {
    return this.page.locator(
      '.statusbar-item[id="casparser.casparser.casParser.credits"], .statusbar-item[id*="casParser.credits"]',
    );
  }

  async creditsText(expected: string | RegExp): Promise<string> {
    const item = this.credits.filter({ hasText: expected });
    await item.waitFor();
    return item.innerText();
  }

  /** The portfolio page that is on screen, once it shows `text`. */
  portfolio(text: string | RegExp): Promise<Frame> {
    return this.frameWith(
      (frame) => portfolioIn(frame, text),
      `A portfolio that shows ${String(text)}`,
    );
  }

  /** Opens a portfolio from the Explorer. While files come and go there a click can be lost, and a person clicks again. */
  async openPortfolio(file: string, text: string | RegExp): Promise<void> {
    let again = 0;
    await until(
      async () => {
        if (performance.now() > again) {
          await this.explorerRow(file).click();
          again = performance.now() + 15_000;
        }
        return (await this.#frameNow((frame) => portfolioIn(frame, text))) !== undefined;
      },
      `A portfolio of ${file} that shows ${String(text)}`,
    );
  }

  /** The frame in which something is to be seen, once it is. */
  frameWith(find: (frame: Frame) => Locator, what: string): Promise<Frame> {
    return untilThere(() => this.#frameNow(find), what);
  }

  async #frameNow(find: (frame: Frame) => Locator): Promise<Frame | undefined> {
    for (const frame of this.page.frames()) {
      const isShown = find(frame).first().isVisible();
      if (await isShown.catch(() => false)) return frame;
    }
    return undefined;
  }

  /** Puts away boxes, menus and notifications. */
  async tidy(): Promise<void> {
    for (let key = 0; key < 3; key++) await this.page.keyboard.press('Escape');
    await this.clearNotifications();
  }

  async closeAllEditors(): Promise<void> {
    const tab = this.page.locator('.tabs-container .tab').first();
    // One may open just then.
    await until(async () => {
      await this.runCommand('View: Close All Editors');
      return happens(tab.waitFor({ state: 'detached', timeout: 5_000 }));
    }, 'That all editors are closed');
  }

  /** Keeps a picture of the whole window under this name. */
  async picture(name: string): Promise<void> {
    await mkdir(pictures, { recursive: true });
    await this.page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

function portfolioIn(frame: Frame, text: string | RegExp): Locator {
  return frame.locator('main#portfolio', { hasText: text });
}

function happens(what: Promise<unknown>): Promise<boolean> {
  return what.then(
    () => true,
    () => false,
  );
}
