import {
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../editor/chromium.ts';
import {
  type HostedWorkbench,
  type Settings,
  startHostedWorkbench,
  writeSettings,
} from '../editor/hostedWorkbench.ts';
import { prepared } from '../editor/prepared.ts';
import { Workbench } from '../editor/workbench.ts';
import { until } from '../patience.ts';
import { statements, writeBadFiles, writeStatements } from '../fixtures/statements.ts';
import {
  type CasParserService,
  type ServiceOptions,
  startCasParserService,
} from '../service/server.ts';

export interface StageOptions {
  /** Settings besides the service's addresses. A given address replaces the service's own. */
  readonly settings?: Settings;
  readonly service?: ServiceOptions;
  readonly env?: NodeJS.ProcessEnv;
  readonly port?: number;
}

/** File below the home that the other extension writes what it sees into. */
const SETTINGS_SEEN = 'settings-seen.json';
/** File below the home from which the other extension takes our settings that are to be in force. */
const SETTINGS_WANTED = 'settings-wanted.json';

/** Everything a journey needs: the local service, a workspace of statements, VS Code with the packaged extension. */
export class Stage {
  readonly service: CasParserService;
  readonly hosted: HostedWorkbench;
  readonly browser: Browser;
  readonly workbench: Workbench;
  /** The folder that is open in VS Code. */
  readonly workspace: string;
  readonly home: string;
  readonly #settings: Settings;
  #renewed = 0;

  private constructor(parts: {
    service: CasParserService;
    hosted: HostedWorkbench;
    browser: Browser;
    workbench: Workbench;
    workspace: string;
    home: string;
    settings: Settings;
  }) {
    this.service = parts.service;
    this.hosted = parts.hosted;
    this.browser = parts.browser;
    this.workbench = parts.workbench;
    this.workspace = parts.workspace;
    this.home = parts.home;
    this.#settings = parts.settings;
  }

  static async open(options: StageOptions = {}): Promise<Stage> {
    const home = await mkdtemp(join(tmpdir(), 'casparser-stage-'));
    const { workspace, known } = await layOutStatements(home);
    const service = await startCasParserService({ statements: known, ...options.service });
    // A test is quicker than any person; the limit has tests of its own.
    service.account.requestsPerMinute = 10_000;
    service.account.rateLimitHeaders = true;
    const settings = {
      'casParser.apiBaseUrl': service.origin,
      'casParser.appBaseUrl': service.origin,
      ...options.settings,
    };
    const hosted = await startHostedWorkbench({
      home,
      extensions: await prepared(),
      settings,
      env: {
        ...options.env,
        CASPARSER_SETTINGS_SEEN: join(home, SETTINGS_SEEN),
        CASPARSER_SETTINGS_WANTED: join(home, SETTINGS_WANTED),
      },
      ...(options.port === undefined ? {} : { port: options.port }),
    });
    const browser = await launchChromium();
    const workbench = await Workbench.open(browser, hosted.address(workspace));
    return new Stage({ service, hosted, browser, workbench, workspace, home, settings });
  }

  /** Puts other settings in force; those of the stage stay unless named. */
  async set(settings: Settings): Promise<void> {
    const isOurs = (name: string) => name.startsWith('casParser.');
    const all = { ...this.#settings, ...settings };
    const ours = Object.entries(all).filter(([name]) => isOurs(name));
    if (Object.keys(settings).every(isOurs)) {
      // A window that is open takes them from its own editor; from the disk it reads them when it is loaded.
      const wanted = join(this.home, SETTINGS_WANTED);
      await writeFile(`${wanted}.new`, JSON.stringify(Object.fromEntries(ours)));
      await rename(`${wanted}.new`, wanted);
    } else {
      await writeSettings(this.hosted.data, all);
      await this.workbench.goto(this.hosted.address(this.workspace));
    }
    await until(async () => {
      const seen = await this.#settingsSeen();
      return ours.every(([name, value]) => isDeepStrictEqual(seen[name], value));
    }, 'That the settings are in force');
  }

  /** Our settings by their whole names, as another extension in the same extension host has seen them last. */
  async #settingsSeen(): Promise<Settings> {
    const text = await readFile(join(this.home, SETTINGS_SEEN), 'utf8').catch(() => '{}');
    try {
      return JSON.parse(text) as Settings;
    } catch {
      return {}; // is being written
    }
  }

  /** Signs in with the service's key, typed in. */
  async signInWithKey(): Promise<void> {
    await this.workbench.runCommand('CAS Parser: Enter API Key');
    await this.workbench.answer('CAS Parser API Key', this.service.key);
    await this.workbench.creditsText(/credit/);
    // A notification that appears closes a menu that is open.
    await this.workbench.notificationText(/The API key works/);
    await this.workbench.clearNotifications();
  }

  /**
   * Makes a statement another one with the same content, as if it came with the next mail: what was parsed before is
   * kept, and not sent again.
   */
  async renew(file: string): Promise<void> {
    const known = join(this.home, 'known');
    const pdf = join(known, file);
    if (!(await readdir(known)).includes(file)) return;
    const number = ++this.#renewed;
    const bytes = Buffer.concat([await readFile(pdf), Buffer.from(`\n% ${number}\n`)]);
    await writeFile(join(known, `${number}.pdf`), bytes);
    await copyFile(pdf.replace(/\.pdf$/i, '.json'), join(known, `${number}.json`));
    await writeFile(join(this.workspace, file), bytes);
  }

  /** Right-clicks a statement that was never parsed before, and chooses the command. */
  async parseFromExplorer(file: string): Promise<void> {
    await this.renew(file);
    await this.parseSameFromExplorer(file);
  }

  /** Right-clicks a PDF in the Explorer as it is, and chooses the command. */
  async parseSameFromExplorer(file: string): Promise<void> {
    const row = this.workbench.explorerRow(file);
    await this.workbench.chooseFromMenu(row, 'Parse CAS PDF');
  }

  /** The approval page, once VS Code has opened it in the browser. */
  async approvalPage(start: () => Promise<void>): Promise<Page> {
    const opened = this.workbench.page.context().waitForEvent('page');
    await start();
    const page = await opened;
    await page.waitForLoadState();
    return page;
  }

  /** After a test that failed: keeps a picture of what was on screen, and puts away what would be in the way of the next attempt. */
  async afterTest(test: Mocha.Test | undefined): Promise<void> {
    if (!test || test.state === 'passed' || test.pending) return;
    const { workbench } = this;
    const attempt = (test as Mocha.Test & { currentRetry(): number }).currentRetry() + 1;
    await workbench.picture(`failed ${attempt} ${test.title.replace(/[^\w]+/g, ' ')}`);
    const tidied = workbench.tidy();
    await tidied.catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.hosted.stop();
    await this.service.close();
    await rm(this.home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Statements for the service to know, and the same PDFs, with files that are none, for the person to see. */
async function layOutStatements(home: string): Promise<{ workspace: string; known: string }> {
  const workspace = join(home, 'statements');
  const known = join(home, 'known');
  await mkdir(workspace);
  await mkdir(known);
  for (const { path } of await writeStatements(known))
    await copyFile(path, join(workspace, basename(path)));
  await writeBadFiles(workspace);
  await mkdir(join(workspace, 'a-folder.pdf'));
  await writeFile(join(workspace, 'notes.txt'), 'Not a PDF.\n');
  return { workspace, known };
}

/** Password of a sample statement. */
export function passwordOf(file: string): string {
  return statements.find(({ name }) => name === file)?.password ?? '';
}
