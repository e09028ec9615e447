import type { Uri } from 'vscode';
import { membersOf } from '../../portfolio/family/members.ts';
import type { Investor } from '../../portfolio/model.ts';
import type { SavedPortfolio } from './savedPortfolios.ts';
import type { NoHead, StatementHead } from './statementHead.ts';

/** A line of the view; commands get it as their argument and take its files. */
export type SavedNode = InvestorNode | StatementNode | UnreadableNode;

export interface InvestorNode {
  readonly of: 'investor';
  readonly investor: Pick<Investor, 'name' | 'pan'>;
  readonly statements: readonly StatementNode[];
  /** Of all statements. */
  readonly files: readonly Uri[];
}

export interface StatementNode {
  readonly of: 'statement';
  readonly uri: Uri;
  readonly head: StatementHead;
  readonly files: readonly Uri[];
}

export interface UnreadableNode {
  readonly of: 'unreadable';
  readonly uri: Uri;
  readonly reason: NoHead;
  readonly files: readonly Uri[];
}

/** Portfolios by investor, in the order of their names, each with the latest statement first; what is none comes last. */
export function savedNodes(saved: readonly SavedPortfolio[]): SavedNode[] {
  const statements = saved.flatMap(({ uri, head }): StatementNode[] =>
    head.ok ? [{ of: 'statement', uri, head, files: [uri] }] : [],
  );
  const unreadable = saved.flatMap(({ uri, head }): UnreadableNode[] =>
    head.ok ? [] : [{ of: 'unreadable', uri, reason: head.reason, files: [uri] }],
  );
  const investors = membersOf(statements.map(({ head }) => head.investor)).map(
    ({ investor, statements: places }): InvestorNode => {
      const own = places.flatMap((place) => statements[place] ?? []).sort(latestFirst);
      return { of: 'investor', investor, statements: own, files: own.map(({ uri }) => uri) };
    },
  );
  return [...investors.sort(byName), ...unreadable.sort(byPath)];
}

function latestFirst(one: StatementNode, other: StatementNode): number {
  const days = (other.head.day ?? '').localeCompare(one.head.day ?? '');
  return days === 0 ? byPath(one, other) : days;
}

function byName(one: InvestorNode, other: InvestorNode): number {
  return (one.investor.name ?? '').localeCompare(other.investor.name ?? '');
}

function byPath(one: { readonly uri: Uri }, other: { readonly uri: Uri }): number {
  return one.uri.path.localeCompare(other.uri.path);
}
