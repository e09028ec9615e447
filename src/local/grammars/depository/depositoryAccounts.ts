import type { Line } from '../../layout/line.ts';
import { textOf } from '../../layout/line.ts';
import type { Notes } from '../../notes.ts';
import type { Printed, PrintedAccount } from '../../statement.ts';
import { findAccountIds } from './accountIds.ts';
import type { AccountIds } from './accountIds.ts';
import { OpenAccount } from './openAccount.ts';
import type { Roster } from './roster.ts';

const DP_NAME = /DP\s*Name\s*:\s*(.+?)(?=\s{2,}|\s*(?:DP\s*ID|BO\s*ID|CLIENT\s*ID)\s*:|$)/i;

/** The demat accounts of a statement: those that its list names, and any other that has pages of its own. */
export class DepositoryAccounts {
  private readonly accounts: OpenAccount[] = [];
  private readonly notes: Notes;

  constructor(roster: Roster | null, notes: Notes) {
    this.notes = notes;
    for (const { what, ids, dpName, holders, count, value } of roster?.rows ?? []) {
      if (what !== 'account' || !ids) continue;
      const { printed } = this.find(ids) ?? this.add(ids);
      printed.dpName ??= dpName;
      if (printed.holders.length === 0) printed.holders = [...holders];
      printed.listedValue ??= value;
      printed.listedCount ??= count;
    }
  }

  /** The account of these ids, to go on reading it. */
  open(ids: AccountIds, line: Line, above: Line | undefined): OpenAccount {
    const known = this.find(ids);
    if (!known && this.accounts.length > 0) {
      this.notes.warn('account-not-listed', 'This account is not in the list of accounts.', line);
    }
    const account = known ?? this.add(ids);
    account.printed.dpName ??= DP_NAME.exec(line.text)?.[1]?.trim() ?? nameAbove(above);
    return account;
  }

  finish(markers: readonly string[]): PrintedAccount[] {
    return this.accounts.map((account) => account.finish(markers));
  }

  /** How the sums of holdings are spread over the sections' letters. */
  sections(): Map<string, (Printed | null)[]> {
    const sums = new Map<string, (Printed | null)[]>();
    for (const { section, holding } of this.accounts.flatMap((account) => account.holdings)) {
      sums.set(section ?? '', [...(sums.get(section ?? '') ?? []), holding.value]);
    }
    return sums;
  }

  private find(ids: AccountIds): OpenAccount | undefined {
    return this.accounts.find(
      ({ printed }) => printed.dpId === ids.dpId && printed.clientId === ids.clientId,
    );
  }

  private add(ids: AccountIds): OpenAccount {
    const account = new OpenAccount(ids);
    this.accounts.push(account);
    return account;
  }
}

function nameAbove(above: Line | undefined): string | null {
  if (!above || findAccountIds(above.text) || /Demat\s+Account|HOLDER|\d{5}/i.test(above.text))
    return null;
  const [first] = above.runs;
  const name = first ? textOf([first]) : '';
  return /^[A-Z]/.test(name) && !/[:`]/.test(name) ? name : null;
}
