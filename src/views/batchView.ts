import {
  type Disposable,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  type TreeDataProvider,
  type TreeView,
  Uri,
  commands,
  l10n,
  window,
} from 'vscode';
import type { BatchItem, ItemState } from '../statements/batch.ts';
import { batchSummary } from './batchSummary.ts';
import { fileName } from './fileName.ts';
import { problemMessage } from './problems/problemMessage.ts';
import { stepText } from './stepText.ts';

export const BATCH_VIEW = 'casParser.batch';

export interface BatchSource {
  readonly items: readonly BatchItem[];
  readonly onDidChange: (listener: () => void) => Disposable;
}

/** A line for each statement of a batch, in the Explorer. */
export class BatchView implements Disposable, TreeDataProvider<BatchItem> {
  readonly #source: BatchSource;
  readonly #host: () => string;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: TreeView<BatchItem>;
  readonly #subscription: Disposable;
  #told: NodeJS.Timeout | undefined;

  /** @param host of the service, for the person */
  constructor(source: BatchSource, host: () => string) {
    this.#source = source;
    this.#host = host;
    this.#view = window.createTreeView(BATCH_VIEW, { treeDataProvider: this });
    this.#subscription = source.onDidChange(() => this.#tellSoon());
  }

  reveal(): void {
    void commands
      .executeCommand('setContext', 'casParser.batch', true)
      .then(() => commands.executeCommand(`${BATCH_VIEW}.focus`));
  }

  getChildren(item?: BatchItem): BatchItem[] {
    return item ? [] : [...this.#source.items];
  }

  getTreeItem({ file, state }: BatchItem): TreeItem {
    const uri = Uri.parse(file, true);
    const line = new TreeItem(fileName(uri));
    line.id = file;
    line.description = describe(state, this.#host(), fileName(uri));
    line.accessibilityInformation = { label: `${fileName(uri)}, ${line.description}` };
    line.iconPath = icons[state.status];
    line.contextValue = state.status === 'failed' ? `failed ${state.problem.kind}` : state.status;
    line.tooltip =
      state.status === 'failed'
        ? problemMessage(state.problem, { host: this.#host(), file: fileName(uri) }).text
        : `${fileName(uri)}: ${line.description}`;
    if (state.status === 'parsed')
      line.command = {
        command: 'casParser.batch.open',
        title: l10n.t('Open'),
        arguments: [{ file }],
      };
    return line;
  }

  dispose(): void {
    clearTimeout(this.#told);
    this.#subscription.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  /** Many statements change in the same moment; the eye needs a tenth of a second anyway. */
  #tellSoon(): void {
    this.#told ??= setTimeout(() => {
      this.#told = undefined;
      this.#view.message = batchSummary(this.#source.items).end;
      this.#changed.fire();
    }, 100);
  }
}

const icons: Readonly<Record<ItemState['status'], ThemeIcon>> = {
  waiting: new ThemeIcon('circle-large-outline'),
  working: new ThemeIcon('sync~spin'),
  parsed: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  failed: new ThemeIcon('error', new ThemeColor('testing.iconFailed')),
  cancelled: new ThemeIcon('circle-slash'),
};

function describe(state: ItemState, host: string, file: string): string {
  switch (state.status) {
    case 'waiting':
      return l10n.t('waiting');
    case 'working':
      return state.step ? stepText(state.step, host) : l10n.t('reading');
    case 'parsed':
      return state.free ? l10n.t('parsed before, no charge') : l10n.t('parsed');
    case 'failed':
      return problemMessage(state.problem, { host, file }).text;
    case 'cancelled':
      return l10n.t('cancelled');
  }
}
