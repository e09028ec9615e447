import { AsyncLocalStorage } from 'node:async_hooks';
import type { App } from '../../src/app.ts';
import type { Typing } from './person.ts';
import type { World } from './world.ts';

/** What the person is shown, with the buttons to choose from. */
export interface Message {
  readonly level: 'info' | 'warning' | 'error';
  readonly text: string;
  readonly buttons: readonly string[];
  /** Milliseconds since the begin. */
  readonly at: number;
  /** `undefined` once something was chosen. */
  choose: ((button: string | undefined) => void) | undefined;
}

/** The folder of the extension's storage. */
export const STORAGE = '/home/storage';

/** What the product says when the storage does not work. */
const NOT_KEPT = /parsed statements (are not kept|can be neither|on this computer)/;

/** A window of the editor, in a process of its own. */
export class EditorWindow {
  readonly world: World;
  readonly pid: number;
  /** Which of the copies of the modules that know their process. */
  readonly copy: number;
  alive = true;
  /** Milliseconds since the begin. */
  diedAt = Infinity;
  /** Opened once the product runs in it. */
  house: App | undefined;
  readonly messages: Message[] = [];
  /** Ends of what the person can cancel now, the last one begun last. */
  readonly cancels = new Set<() => void>();
  /** Lines of a batch, as they are shown. */
  lines: { items: () => unknown[] } | undefined;
  /** Commands under way. */
  readonly underWay = new Set<string>();
  /** The address that was opened last, in the browser. */
  opened = '';
  readonly typing: Typing = { passwords: [], texts: [] };

  constructor(world: World, copy: number) {
    this.world = world;
    this.copy = copy;
    this.pid = EditorWindow.pidOf(copy);
  }

  static pidOf(copy: number): number {
    return 1_000 + copy;
  }

  /** Does something as this window: whatever it leads to, however late, is this window's. */
  run<T>(work: () => T): T {
    return inside.run(this, work);
  }

  told(level: Message['level'], text: string, buttons: readonly string[]): Message {
    const at = this.world.clock.elapsed;
    const message: Message = { level, text, buttons, at, choose: undefined };
    this.messages.push(message);
    return message;
  }

  /** Whether a statement is on disk, or the person was told in this window that such things are not. */
  keepsOrTold(hash: string): boolean {
    return (
      this.world.disk.has(`${STORAGE}/statements/${hash}`, '.cas') ||
      this.messages.some(({ text }) => NOT_KEPT.test(text))
    );
  }

  /** Dies at once: nothing that was begun goes on. */
  kill(): void {
    this.alive = false;
    this.diedAt = this.world.clock.elapsed;
    this.world.disk.killed(this);
  }
}

const inside = new AsyncLocalStorage<EditorWindow>();

export function windowOrNone(): EditorWindow | undefined {
  return inside.getStore();
}

/** The window whose work is done now. */
export function thisWindow(): EditorWindow {
  const window = windowOrNone();
  if (!window) throw new Error('no window does this');
  return window;
}
