import { EventEmitter, type TreeDataProvider, TreeItem } from 'vscode';

/** The provider of a view before anything is loaded: the editor asks it when the view comes in sight for the first time. */
export function lazyTree<Node>(
  open: () => Promise<TreeDataProvider<Node>>,
): TreeDataProvider<Node> {
  const changed = new EventEmitter<void>();
  let opened: TreeDataProvider<Node> | undefined;
  return {
    onDidChangeTreeData: changed.event,
    async getChildren(node) {
      if (!opened) {
        opened = await open();
        opened.onDidChangeTreeData?.(() => changed.fire());
      }
      return opened.getChildren(node);
    },
    // A node came from `getChildren`, so it is open by then.
    getTreeItem: (node) => opened?.getTreeItem(node) ?? new TreeItem(''),
  };
}
