import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
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
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const workbench = new Workbench(page);
    await workbench.goto(address);
    return workbench;
  }

  /** Opens an address and waits until the window can be worked with, our commands and the Explorer included. */
  async goto(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.locator('.statusbar').waitFor();
    await this.#findInPalette('CAS Parser: Parse CAS PDF');
    await this.page.keyboard.press('Escape');
    const files = this.page.locator('.explorer-folders-view .monaco-list-row').first();
    if (await happens(files.waitFor({ timeout: 5_000 }))) return;
    await this.runCommand('View: Show Explorer');
    await files.waitFor();
  }

  /** Closes the window and opens it again; unlike `goto`, with all that VS Code keeps of it written before. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.page.locator('.statusbar').waitFor();
  }

  /** Runs a command from the palette by its title. */
  async runCommand(title: string): Promise<void> {
    await this.#findInPalette(title);
    await this.page.keyboard.press('Enter');
  }

  /** Right after the start the palette does not know the extensions' commands yet, and does not look again. */
  async #findInPalette(title: string): Promise<void> {
    // Before it filters, the list shows what was used last: only the row that Enter would take tells that it has.
    const entry = this.page.locator('.quick-input-list .monaco-list-row.focused', {
      hasText: title,
    });
    const deadline = Date.now() + 40_000;
    for (let patience = 500; Date.now() < deadline; patience = Math.min(2_000, patience * 1.3)) {
      await this.page.keyboard.press('F1');
      const typed = this.quickInput.fill(`>${title}`, { timeout: 2_000 });
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
    await row.waitFor();
    // A list still moves while it is laid out, and a click then chooses the neighbour; typing and Enter do not.
    await this.quickInput.fill(text);
    const focused = this.page.locator('.quick-input-list .monaco-list-row.focused', {
      hasText: text,
    });
    if (await happens(focused.first().waitFor({ timeout: 3_000 })))
      return this.page.keyboard.press('Enter');
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
    // The dialog fills in its folder and completes paths while it is typed into.
    for (let tries = 5; tries > 0 && (await dialog.isVisible()); tries--) {
      if (path !== undefined && (await this.quickInput.inputValue()) !== path) {
        await this.quickInput.press('ControlOrMeta+a');
        await this.page.keyboard.type(path, { delay: 10 });
      }
      await this.page.keyboard.press('Enter');
      if (await happens(dialog.waitFor({ state: 'hidden', timeout: 2_000 }))) return;
    }
  }

  explorerRow(file: string): Locator {
    return this.page
      .locator('.explorer-folders-view')
      .getByRole('treeitem', { name: file, exact: true });
  }

  /** Right-clicks what is there and chooses from the menu. */
  async chooseFromMenu(on: Locator, entry: string): Promise<void> {
    await on.click({ button: 'right' });
    const item = this.page.getByRole('menuitem', { name: entry, exact: true });
    await item.waitFor();
    // A menu ignores the mouse for a moment after it has opened.
    for (let tries = 20; (await item.isVisible()) && tries > 0; tries--) {
      await item.click({ timeout: 1_000 }).catch(() => undefined);
      await this.page.waitForTimeout(150);
    }
  }

  /** The notification that has this text, as it pops up or in the list behind the bell. */
  notification(text: string | RegExp): Locator {
    return this.page.locator(
      ':is(.notifications-toasts, .notifications-center) .notification-list-item',
      { hasText: text },
    );
  }

  /** Waits for a notification and returns its whole message. */
  async notificationText(text: string | RegExp, timeout = 20_000): Promise<string> {
    const message = this.notification(text).locator('.notification-list-item-message').first();
    await this.#lookForNotification(message, timeout);
    return message.innerText();
  }

  async clickNotificationButton(text: string | RegExp, button: string): Promise<void> {
    const notification = this.notification(text).first();
    await this.#lookForNotification(notification, 20_000);
    await notification.hover();
    await notification.getByRole('button', { name: button }).first().click();
  }

  /** VS Code pops up three within 800 ms at the most; the others are behind the bell, where a person finds them. */
  async #lookForNotification(found: Locator, timeout: number): Promise<void> {
    if (await happens(found.waitFor({ timeout: timeout / 4 }))) return;
    await this.page.locator('.statusbar-item[id="status.notifications"]').click();
    await found.waitFor({ timeout });
  }

  /** VS Code shows three notifications within 800 ms at the most; a person is never that quick. */
  async breathe(): Promise<void> {
    await this.page.waitForTimeout(900);
  }

  /** Clears what is told; a progress that is still running stays. */
  async clearNotifications(): Promise<void> {
    await this.runCommand('Notifications: Clear All Notifications');
    const running = { has: this.page.locator('.monaco-progress-container.infinite') };
    const told = this.notification('');
    const deadline = Date.now() + 5_000;
    while ((await told.count()) > (await told.filter(running).count()) && Date.now() < deadline)
      await this.page.waitForTimeout(100);
  }

  /** Our item in the status bar. */
  get credits(): Locator {
    return this.page.locator(
      '.statusbar-item[id="casparser.casparser.casParser.credits"], .statusbar-item[id*="casParser.credits"]',
    );
  }

  async creditsText(expected: string | RegExp, timeout = 20_000): Promise<string> {
    const item = this.credits.filter({ hasText: expected });
    await item.waitFor({ timeout });
    return item.innerText();
  }

  /** The portfolio page that is on screen, once it shows `text`. */
  async portfolio(text: string | RegExp, timeout = 20_000): Promise<Frame> {
    const deadline = Date.now() + timeout;
    for (;;) {
      for (const frame of this.page.frames()) {
        const shown = frame.locator('main#portfolio', { hasText: text });
        if (await shown.isVisible().catch(() => false)) return frame;
      }
      if (Date.now() > deadline) throw new Error(`No portfolio shows ${String(text)}.`);
      await this.page.waitForTimeout(100);
    }
  }

  /** Puts away boxes, menus and notifications. */
  async tidy(): Promise<void> {
    for (let key = 0; key < 3; key++) await this.page.keyboard.press('Escape');
    await this.clearNotifications();
  }

  async closeAllEditors(): Promise<void> {
    const tab = this.page.locator('.tabs-container .tab').first();
    // One may open just then.
    for (let tries = 3; tries > 0; tries--) {
      await this.runCommand('View: Close All Editors');
      if (await happens(tab.waitFor({ state: 'detached', timeout: 5_000 }))) return;
    }
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

function happens(what: Promise<unknown>): Promise<boolean> {
  return what.then(
    () => true,
    () => false,
  );
}
