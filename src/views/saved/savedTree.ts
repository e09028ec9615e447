import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import { DisplayFormatter } from '../../portfolio/displayFormatter.ts';
import type { PrivacyMode } from '../privacyMode.ts';
import type { SavedNode } from './savedNodes.ts';
import { savedNodes } from './savedNodes.ts';
import { treeItem } from './savedItems.ts';
import type { SavedPortfolios } from './savedPortfolios.ts';

/** The saved portfolios of the workspace, by investor and date, in the Explorer. */
export class SavedTree implements TreeDataProvider<SavedNode>, Disposable {
  readonly #saved: SavedPortfolios;
  readonly #mask: PrivacyMode;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #subscriptions: readonly Disposable[];

  constructor(saved: SavedPortfolios, mask: PrivacyMode) {
    this.#saved = saved;
    this.#mask = mask;
    this.#subscriptions = [
      saved.onDidChange(() => this.#changed.fire()),
      mask.onDidChange(() => this.#changed.fire()),
    ];
  }

  /** Asked only while the view is in sight: nothing is looked for before. */
  async getChildren(node?: SavedNode): Promise<SavedNode[]> {
    if (node) return node.of === 'investor' ? [...node.statements] : [];
    return savedNodes(await this.#saved.list());
  }

  getTreeItem(node: SavedNode): TreeItem {
    return treeItem(node, new DisplayFormatter(this.#mask.on));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }
}
