import { Disposable, EventEmitter, type Uri, workspace } from 'vscode';
import { LARGEST_BYTES } from '../../portfolio/largestPortfolio.ts';
import { SAVED_ENDING, ownBytes } from '../../portfolio/savedPortfolio.ts';
import { HeadReader } from './headReader.ts';
import type { HeadResult } from './statementHead.ts';

/** A saved portfolio of the workspace, and what it is. */
export interface SavedPortfolio {
  readonly uri: Uri;
  readonly head: HeadResult;
}

/** As many as a list is of use for. */
const MOST_FILES = 500;
/** A program that writes many files tells of each. */
const SETTLED_MS = 200;

interface Known {
  readonly version: string;
  readonly head: HeadResult;
}

/** The `*.cas.json` files of the workspace. Each is read once, and again only when it has changed. */
export class SavedPortfolios implements Disposable {
  readonly #script: string;
  readonly #known = new Map<string, Known>();
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #watching: Disposable | undefined;
  #told: NodeJS.Timeout | undefined;
  #listing: Promise<readonly SavedPortfolio[]> | undefined;

  /** @param script the built `headWorker.ts` */
  constructor(script: string) {
    this.#script = script;
  }

  /** All of them as they are now. From the first time on, changes on disk are told. */
  list(): Promise<readonly SavedPortfolio[]> {
    this.#watching ??= this.#watch();
    // Asked for twice at a time, they are read once.
    return (this.#listing ??= this.#read().finally(() => (this.#listing = undefined)));
  }

  dispose(): void {
    clearTimeout(this.#told);
    this.#watching?.dispose();
    this.#changed.dispose();
  }

  #watch(): Disposable {
    const watcher = workspace.createFileSystemWatcher(`**/*${SAVED_ENDING}`);
    watcher.onDidCreate(() => this.#tellSoon());
    watcher.onDidChange(() => this.#tellSoon());
    watcher.onDidDelete(() => this.#tellSoon());
    const folders = workspace.onDidChangeWorkspaceFolders(() => this.#tellSoon());
    return Disposable.from(watcher, folders);
  }

  #tellSoon(): void {
    clearTimeout(this.#told);
    this.#told = setTimeout(() => this.#changed.fire(), SETTLED_MS);
  }

  async #read(): Promise<readonly SavedPortfolio[]> {
    const files = await workspace.findFiles(`**/*${SAVED_ENDING}`, undefined, MOST_FILES);
    const reader = new HeadReader(this.#script);
    const found: SavedPortfolio[] = [];
    try {
      for (const uri of files) {
        const head = await this.#headOf(uri, reader);
        if (head) found.push({ uri, head });
      }
    } finally {
      reader.end();
    }
    const there = new Set(files.map((uri) => uri.toString()));
    for (const key of this.#known.keys()) if (!there.has(key)) this.#known.delete(key);
    return found;
  }

  /** Nothing for a file that has just gone. */
  async #headOf(uri: Uri, reader: HeadReader): Promise<HeadResult | undefined> {
    const stat = await Promise.resolve(workspace.fs.stat(uri)).catch(() => undefined);
    if (!stat) return undefined;
    if (stat.size > LARGEST_BYTES) return { ok: false, reason: 'too-large' };
    const version = `${stat.mtime} ${stat.size}`;
    const known = this.#known.get(uri.toString());
    if (known?.version === version) return known.head;
    const head = await this.#readFile(uri, reader);
    this.#known.set(uri.toString(), { version, head });
    return head;
  }

  async #readFile(uri: Uri, reader: HeadReader): Promise<HeadResult> {
    try {
      return await reader.read(ownBytes(await workspace.fs.readFile(uri)));
    } catch {
      return { ok: false, reason: 'cannot-be-read' };
    }
  }
}
