import { matchInvestors } from '../compare/investor.ts';
import type { Investor } from '../model.ts';

/** What tells investors apart. */
type Identity = Pick<Investor, 'name' | 'pan'>;

/** One investor and the statements that are theirs. */
export interface Member<I extends Identity = Investor> {
  readonly investor: I;
  /** Places in the list of statements. */
  readonly statements: readonly number[];
}

/**
 * Who the statements belong to, in their order. A statement without a full PAN joins the only investor of its name; where
 * two have that name it stays on its own.
 */
export function membersOf<I extends Identity>(investors: readonly I[]): Member<I>[] {
  const members: { investor: I; statements: number[] }[] = [];
  const inOrder = [...investors.entries()].sort(([, one], [, other]) => rank(one) - rank(other));
  for (const [statement, investor] of inOrder) {
    const matches = members.map((member) => matchInvestors(member.investor, investor));
    const byPan = matches.indexOf('same-pan');
    const onlyByName = matches.indexOf('same-name') === matches.lastIndexOf('same-name');
    const found = byPan !== -1 || !onlyByName ? byPan : matches.indexOf('same-name');
    const member = members[found];
    if (member) member.statements.push(statement);
    else members.push({ investor, statements: [statement] });
  }
  return members
    .map((member) => ({ ...member, statements: member.statements.sort((one, two) => one - two) }))
    .sort((one, two) => (one.statements[0] ?? 0) - (two.statements[0] ?? 0));
}

/** Those with a full PAN first: the others are found by it. */
function rank({ pan }: Identity): number {
  if (pan === null) return 2;
  return /[X*]{2}/i.test(pan) ? 1 : 0;
}
