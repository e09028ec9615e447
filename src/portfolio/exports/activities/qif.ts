import { Decimal } from '../../decimal.ts';
import type { Position } from '../../positions.ts';
import { SAMPLE_NOTE } from '../summaryRows.ts';
import type { Activities } from './activitiesOf.ts';
import type { Activity } from './activity.ts';
import type { ActivityFile } from './activityFile.ts';
import { Names, securityKey } from './names.ts';

/** Where money comes from and goes to: programs ask which of their accounts it is. */
const BANK = '[Bank]';
const TDS = 'Tax deducted at source';

/**
 * Activities as Quicken Interchange Format (`!Type:Invst`) for GnuCash and KMyMoney: an account for each folio, a security for each ISIN.
 * Purchases and redemptions are paid from and into Bank; a switch passes through the account's own cash, and so does what is kept
 * back of IDCW. Stamp duty and STT are commissions, in the total; units that only moved are shares in and out at their cost.
 */
export function qifOf({ activities, shortcomings }: Activities, sample: boolean): ActivityFile {
  const names = new Names();
  const byAccount = Map.groupBy(activities, ({ position }) => names.account(position));
  const lines = [
    ...securityList(activities, names),
    ...[...byAccount].flatMap(([account, ofAccount]) => [
      ...accountHead(account, sample),
      '!Type:Invst',
      ...ofAccount.flatMap((activity) =>
        recordsOf(activity, names.security(activity.position)).flatMap((record) => [
          ...record,
          '^',
        ]),
      ),
    ]),
  ];
  return { text: lines.map((line) => `${line}\n`).join(''), shortcomings };
}

function securityList(activities: readonly Activity[], names: Names): string[] {
  const positions = new Map<string, Position>();
  for (const { position } of activities) positions.set(securityKey(position), position);
  return [...positions.values()].flatMap((position) => [
    '!Type:Security',
    `N${names.security(position)}`,
    ...(position.isin === null ? [] : [`S${position.isin.trim()}`]),
    `T${typeOf(position)}`,
    '^',
  ]);
}

function typeOf({ kind }: Position): string {
  if (kind === 'shares') return 'Stock';
  return kind === 'bonds' || kind === 'government-securities' ? 'Bond' : 'Mutual Fund';
}

function accountHead(account: string, sample: boolean): string[] {
  return ['!Account', `N${account}`, ...(sample ? [`D${SAMPLE_NOTE}`] : []), 'TInvst', '^'];
}

type Lines = readonly string[];

function recordsOf(activity: Activity, security: string): Lines[] {
  const { date, note } = activity;
  const record = (action: string, total: Decimal, others: Lines = []): Lines => [
    ...[`D${date}`, `N${action}`, `Y${security}`, `T${money(total)}`],
    ...others,
    `M${note}`,
  ];
  switch (activity.of) {
    case 'bought': {
      const { amount, stampDuty } = activity.trade;
      const [action, other] = activity.isSwitch ? ['Buy', []] : ['BuyX', [`L${BANK}`]];
      return [
        record(action, amount.plus(stampDuty), [...shares(activity.trade, stampDuty), ...other]),
      ];
    }
    case 'sold': {
      const { amount, stt, tds } = activity.trade;
      const kept = stt.plus(tds);
      const [action, other] = activity.isSwitch ? ['Sell', []] : ['SellX', [`L${BANK}`]];
      return [record(action, amount.minus(kept), [...shares(activity.trade, kept), ...other])];
    }
    case 'reinvested': {
      const { amount, stampDuty, tds } = activity.trade;
      const reinvested = shares(activity.trade, stampDuty);
      return [
        record('ReinvDiv', amount.plus(stampDuty), reinvested),
        ...(tds.sign === 0 ? [] : [record('Div', tds), record('MiscExp', tds, [`L${TDS}`])]),
      ];
    }
    case 'paid-out': {
      const { amount, tds } = activity;
      if (tds.sign === 0) return [record('DivX', amount, [`L${BANK}`])];
      return [
        record('Div', amount),
        record('MiscExp', tds, [`L${TDS}`]),
        record('XOut', amount.minus(tds), [`L${BANK}`]),
      ];
    }
    case 'came':
    case 'went': {
      const { units, cost, of } = activity;
      const trade = { units, amount: cost.rupees };
      return [record(of === 'came' ? 'ShrsIn' : 'ShrsOut', cost.rupees, shares(trade))];
    }
  }
}

/** Price, number and commission. */
function shares(
  { units, amount }: { readonly units: Decimal; readonly amount: Decimal },
  commission: Decimal = Decimal.zero,
): string[] {
  return [
    `I${atLeast(PLACES, amount.dividedBy(units, 8))}`,
    `Q${atLeast(PLACES, units)}`,
    ...(commission.sign === 0 ? [] : [`O${money(commission)}`]),
  ];
}

function money(amount: Decimal): string {
  return atLeast(2, amount);
}

/** With three decimals each, units could be thousands with a comma for their decimals, as programs guess. */
const PLACES = 4;

function atLeast(places: number, figure: Decimal): string {
  return (figure.scale < places ? figure.round(places) : figure.trimmed(places)).toString();
}
