import type { DepositoryStatement } from '../grammars/depository/depository.ts';
import { entryFor } from '../grammars/depository/folioDirectory.ts';
import { areSameHolders } from '../grammars/depository/holders.ts';
import type { RosterRow } from '../grammars/depository/rosterRow.ts';
import type { PrintedAccount, PrintedFolio, PrintedHolder } from '../statement.ts';
import type { Checks } from './checkResult.ts';

/** Who and which accounts a depository's statement speaks of: what its list of accounts says against the accounts' own pages. */
export function checkIdentifiers(read: DepositoryStatement, checks: Checks): void {
  const { accounts, folios, pensions } = read.statement;
  const rows = read.roster?.rows ?? [];
  for (const account of accounts) {
    const row = rows.find(
      ({ ids }) => ids?.dpId === account.dpId && ids.clientId === account.clientId,
    );
    if (row) checkAccount(account, row, checks);
  }
  for (const folio of folios) checkFolio(folio, read, checks);
  for (const pension of pensions) {
    const isListed = rows.some(({ pran }) => pran === pension.pran);
    if (isListed && pension.funds.length > 0) checks.found.confirmField(pension, 'pran');
  }
  checkInvestor(read, checks);
}

/** An account's pages are found by its numbers, so those of the list are the same. */
function checkAccount(account: PrintedAccount, row: RosterRow, checks: Checks): void {
  if (account.closingValue || account.holdings.length > 0) {
    checks.found.confirmField(account, 'ids');
  }
  const areOwn = account.holders.some((holder) => !row.holders.includes(holder));
  if (!areOwn || row.holders.length === 0) return;
  checks.expect(
    account.holders.some((holder) => row.holders.some((other) => mayBeSame(holder, other))),
    'account-holders',
    'None of the holders named with this account is one of those it is listed with.',
    row.place,
  );
  if (areSameHolders(account.holders, row.holders)) checks.found.confirmField(account, 'holders');
}

/** A PAN can be masked in one of two places, and a name be shortened: only where both differ it is another person. */
function mayBeSame(one: PrintedHolder, other: PrintedHolder): boolean {
  if (one.pan !== null && one.pan === other.pan) return true;
  const [name, otherName] = [plain(one.name), plain(other.name)];
  return name.startsWith(otherName) || otherName.startsWith(name);
}

const FOLIO = /^[A-Z0-9][A-Z0-9/-]*$/i;

/** A folio number, and whose it is, against the list of folios in the back matter. */
function checkFolio(
  folio: PrintedFolio,
  { directory, detailed }: DepositoryStatement,
  checks: Checks,
): void {
  const number = folio.number.replace(/\s/g, '');
  // One that was not read has been said.
  if (number === '') return;
  checks.expect(
    FOLIO.test(number) && /\d/.test(number),
    'folio-number',
    'What was read as the number of this folio does not look like one.',
    folio.place,
  );
  if (directory.has(number) || detailed.has(number)) checks.found.confirmField(folio, 'number');
  const beside = ` ${plain(entryFor(folio, directory)?.text ?? null)} `;
  const isNamed = ({ name }: PrintedHolder): boolean =>
    name !== null && beside.includes(plain(name));
  if (folio.holders.length > 0 && folio.holders.every(isNamed)) {
    checks.found.confirmField(folio, 'holders');
  }
}

/** The addressee by name among the holders, and their PAN where it is printed twice. */
function checkInvestor({ statement, roster }: DepositoryStatement, checks: Checks): void {
  const { investor, accounts } = statement;
  const listed = roster?.rows.flatMap(({ holders }) => holders) ?? [];
  const holders = new Set([...listed, ...accounts.flatMap((account) => account.holders)]);
  const same = [...holders].filter(({ name }) => plain(name) === plain(investor.name));
  if (investor.name === null || same.length === 0) return;
  checks.found.confirmField(investor, 'name');
  const withPan = same.filter(({ pan }) => pan !== null && pan === investor.pan);
  if (withPan.length > 1) checks.found.confirmField(investor, 'pan');
}

function plain(name: string | null): string {
  return (name ?? '').toLowerCase().replace(/\s+/g, ' ').trim();
}
