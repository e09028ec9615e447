import { type EditorWindow, thisWindow } from '../editorWindow.ts';
import { typePassword, typeText } from '../person.ts';

/** Whatever it is asked for, called with or made of. */
export const anything: object = new Proxy(
  function nothing() {
    return undefined;
  },
  {
    get: (_target, name): unknown => {
      if (name === Symbol.toPrimitive) return () => '';
      // Not to be waited for.
      if (name === 'then') return undefined;
      return name === 'prototype' ? Object.prototype : anything;
    },
    apply: () => anything,
    construct: () => anything,
  },
);

/** What is needed here, and anything for the rest. */
function andMore<T extends object>(needed: T): T {
  return new Proxy(needed, {
    get: (target, name) => (name in target ? Reflect.get(target, name) : anything) as unknown,
  });
}

class Uri {
  readonly path: string;
  readonly scheme: string;

  constructor(scheme: string, path: string) {
    this.scheme = scheme;
    this.path = path;
  }

  get fsPath(): string {
    return this.path;
  }

  static parse(text: string): Uri {
    const [, scheme = 'file', path = ''] = /^([a-z]+):(?:\/\/(?=\/))?(.*)$/.exec(text) ?? [];
    return new Uri(scheme, path);
  }

  static file(path: string): Uri {
    return new Uri('file', path);
  }

  static joinPath(base: Uri, ...parts: string[]): Uri {
    return new Uri(base.scheme, [base.path, ...parts].join('/'));
  }

  toString(): string {
    return this.scheme === 'file' ? `file://${this.path}` : `${this.scheme}:${this.path}`;
  }
}

class EventEmitter<T> {
  readonly #listeners = new Set<(event: T) => unknown>();

  readonly event = (listener: (event: T) => unknown) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  fire(event: T): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

class Disposable {
  readonly dispose: () => void;

  constructor(dispose: () => void) {
    this.dispose = dispose;
  }

  static from(...all: { dispose(): void }[]): Disposable {
    return new Disposable(() => {
      for (const one of all) one.dispose();
    });
  }
}

/** Something that is only shown. */
const Shown = function Shown(this: object) {
  return andMore(this);
};

class FileSystemError extends Error {
  readonly code = 'FileNotFound';
}

type Level = 'info' | 'warning' | 'error';

/** A message with buttons; the person chooses when it is time, or never. A question that must be answered is agreed to. */
function show(level: Level) {
  return (text: string, ...rest: (string | { modal?: boolean })[]) => {
    const window = thisWindow();
    const [first] = rest;
    const modal = typeof first === 'object' && first.modal === true;
    const buttons = rest.filter((one) => typeof one === 'string');
    const message = window.told(level, text, buttons);
    return new Promise<string | undefined>((resolve) => {
      message.choose = (button) => {
        message.choose = undefined;
        resolve(button);
      };
      if (modal)
        window.world.clock.after(800, () => {
          if (window.alive) message.choose?.(buttons[0]);
        });
    });
  };
}

type Task = (
  progress: { report(): void },
  cancellation: { onCancellationRequested(listener: () => void): unknown },
) => Thenable<unknown>;

async function withProgress(_options: unknown, task: Task): Promise<unknown> {
  const window = thisWindow();
  const listeners = new Set<() => void>();
  const cancel = () => {
    for (const listener of listeners) listener();
  };
  window.cancels.add(cancel);
  try {
    return await task(
      { report: () => undefined },
      { onCancellationRequested: (listener) => listeners.add(listener) },
    );
  } finally {
    window.cancels.delete(cancel);
  }
}

/** The box for a PDF's password. */
function createInputBox() {
  const window = thisWindow();
  const accepted = new EventEmitter<void>();
  const hidden = new EventEmitter<void>();
  let shown = false;
  const box = {
    value: '',
    title: '',
    onDidAccept: accepted.event,
    onDidHide: hidden.event,
    onDidChangeValue: () => undefined,
    onDidTriggerButton: () => undefined,
    hide() {
      if (!shown) return;
      shown = false;
      hidden.fire();
    },
    dispose: () => undefined,
    show() {
      shown = true;
      typePassword(window, (typed) => {
        if (!shown) return;
        if (typed === undefined) {
          box.hide();
          return;
        }
        box.value = typed;
        accepted.fire();
      });
    },
  };
  return box;
}

const files = {
  stat: (uri: Uri) => Promise.resolve({ size: pdfOf(thisWindow(), uri).length, mtime: 0 }),
  readFile: (uri: Uri) => Promise.resolve(pdfOf(thisWindow(), uri)),
};

function pdfOf({ world }: EditorWindow, uri: Uri): Uint8Array {
  const found = world.statements.find((one) => one.uri === uri.toString());
  if (!found) throw new FileSystemError();
  return found.pdf;
}

const settings = (window: EditorWindow): Readonly<Record<string, unknown>> => ({
  parseTimeout: window.world.setting.parseTimeout,
  keepStatements: window.world.setting.keepStatements,
});

interface TreeOptions {
  readonly treeDataProvider: { getChildren(): unknown[] };
}

/** The editor, as far as parsing, batches and sign-in need it. */
export const editor: Readonly<Record<string, unknown>> = {
  Uri,
  EventEmitter,
  Disposable,
  FileSystemError,
  TreeItem: Shown,
  ThemeIcon: Shown,
  ThemeColor: Shown,
  MarkdownString: Shown,
  RelativePattern: Shown,
  ProgressLocation: { Notification: 15 },
  InputBoxValidationSeverity: { Error: 3 },
  l10n: {
    t: (text: string, ...parts: unknown[]) =>
      text.replace(/\{(\d+)\}/g, (_all, at: string) => String(parts[Number(at)])),
  },
  window: andMore({
    state: { focused: true },
    onDidChangeWindowState: () => new Disposable(() => undefined),
    createOutputChannel: () => {
      const { world } = thisWindow();
      const silent = () => undefined;
      return {
        info: silent,
        warn: silent,
        show: silent,
        dispose: silent,
        error: (text: string) => world.bugs.push(text),
      };
    },
    createStatusBarItem: () => ({ show: () => undefined, hide: () => undefined }),
    createTreeView: (_id: string, { treeDataProvider }: TreeOptions) => {
      thisWindow().lines = { items: () => treeDataProvider.getChildren() };
      return {};
    },
    createWebviewPanel: () => anything,
    createInputBox,
    showInputBox: () => typeText(thisWindow()),
    showQuickPick: () => Promise.resolve(undefined),
    showErrorMessage: show('error'),
    showWarningMessage: show('warning'),
    showInformationMessage: show('info'),
    setStatusBarMessage: () => undefined,
    withProgress,
    visibleTextEditors: [],
    tabGroups: { all: [], activeTabGroup: undefined },
  }),
  workspace: andMore({
    fs: files,
    isTrusted: true,
    workspaceFolders: [],
    textDocuments: [],
    getConfiguration: () => {
      const known = settings(thisWindow());
      return { get: (name: string, otherwise?: unknown) => known[name] ?? otherwise };
    },
    findFiles: () => Promise.resolve([]),
    asRelativePath: String,
    onDidChangeConfiguration: () => new Disposable(() => undefined),
    onDidChangeWorkspaceFolders: () => new Disposable(() => undefined),
    registerTextDocumentContentProvider: () => new Disposable(() => undefined),
  }),
  commands: {
    executeCommand: (id: string, ...args: unknown[]) => {
      const { house } = thisWindow();
      if (!house || id.endsWith('.focus')) return Promise.resolve(undefined);
      return id.startsWith('casParser.')
        ? house.run(id as Parameters<typeof house.run>[0], args)
        : Promise.resolve(undefined);
    },
    registerCommand: () => new Disposable(() => undefined),
  },
  env: {
    openExternal: (address: string) => {
      thisWindow().opened = address;
      return Promise.resolve(true);
    },
  },
};
