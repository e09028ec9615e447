import { ThemeIcon, TreeItem, TreeItemCollapsibleState, l10n, workspace } from 'vscode';
import type { StatementKind } from '../../portfolio/model.ts';
import type { DisplayFormatter } from '../../portfolio/displayFormatter.ts';
import { dayText } from '../dayText.ts';
import { fileName } from '../fileName.ts';
import { plainText } from '../plainText.ts';
import { maskedPan } from './maskedPan.ts';
import type { InvestorNode, SavedNode, StatementNode, UnreadableNode } from './savedNodes.ts';
import type { NoHead } from './statementHead.ts';

/** A line of the view of saved portfolios. A PAN is never shown whole there, and nothing personal while the mask is on. */
export function treeItem(node: SavedNode, shown: DisplayFormatter): TreeItem {
  switch (node.of) {
    case 'investor':
      return investorItem(node, shown);
    case 'statement':
      return statementItem(node, shown);
    case 'unreadable':
      return unreadableItem(node, shown);
  }
}

/** The nodes of the menus in package.json. */
type MenuName = 'investor' | 'investorOfSeveral' | 'statement' | 'unreadable';

function contextOf(item: TreeItem, name: MenuName): TreeItem {
  item.contextValue = name;
  return item;
}

function investorItem({ investor, statements }: InvestorNode, shown: DisplayFormatter): TreeItem {
  const { name, pan } = investor;
  const label = name === null ? l10n.t('Investor not stated') : shown.personal(short(name));
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.id = `investor ${statements[0]?.uri.toString() ?? ''}`;
  item.iconPath = new ThemeIcon('account');
  item.description = pan === null ? '' : shown.personal(maskedPan(pan));
  item.accessibilityInformation = { label: `${label}, ${item.description}` };
  item.tooltip =
    statements.length === 1
      ? l10n.t('1 saved portfolio')
      : l10n.t('{0} saved portfolios', statements.length);
  return contextOf(item, statements.length > 1 ? 'investorOfSeveral' : 'investor');
}

function statementItem({ uri, head }: StatementNode, shown: DisplayFormatter): TreeItem {
  const day = head.day === null ? l10n.t('without a date') : dayText(head.day);
  const item = new TreeItem(day);
  const kind = head.kind === null ? l10n.t('Statement of an unstated kind') : KINDS[head.kind];
  // The name of a file often holds a PAN.
  const file = shown.personal(plainText(workspace.asRelativePath(uri)));
  item.id = uri.toString();
  item.iconPath = new ThemeIcon('briefcase');
  item.description = [kind, ...(head.sample ? [l10n.t('sample data')] : []), file].join(' · ');
  item.tooltip = file;
  item.accessibilityInformation = { label: `${day}, ${item.description}` };
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri] };
  return contextOf(item, 'statement');
}

function unreadableItem({ uri, reason }: UnreadableNode, shown: DisplayFormatter): TreeItem {
  const name = shown.personal(plainText(fileName(uri)));
  const item = new TreeItem(name);
  item.id = uri.toString();
  item.iconPath = new ThemeIcon('warning');
  item.description = whyNot(reason);
  item.tooltip = shown.personal(plainText(workspace.asRelativePath(uri)));
  item.accessibilityInformation = { label: `${name}, ${item.description}` };
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri] };
  return contextOf(item, 'unreadable');
}

function whyNot(reason: NoHead): string {
  switch (reason) {
    case 'not-json':
      return l10n.t('not JSON');
    case 'not-a-portfolio':
      return l10n.t('not a portfolio');
    case 'too-large':
      return l10n.t('too large for a portfolio');
    case 'cannot-be-read':
      return l10n.t('cannot be read');
  }
}

const KINDS: Readonly<Record<StatementKind, string>> = {
  CDSL: 'CDSL eCAS',
  NSDL: 'NSDL eCAS',
  CAMS_KFINTECH: 'CAMS + KFintech',
};

const LONGEST_NAME = 200;

/** A line of a tree has one line only; what is invisible could reorder it. */
function short(name: string): string {
  const plain = plainText(name);
  return plain.length > LONGEST_NAME ? `${plain.slice(0, LONGEST_NAME)}…` : plain;
}
