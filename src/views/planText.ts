import { l10n } from 'vscode';
import type { Credits } from '../service/credits.ts';
import type { BatchPlan } from '../statements/plan.ts';
import { figure } from './creditsText.ts';
import { plainText } from './plainText.ts';

/** So many files that cannot be sent are named; the rest are counted. */
const MOST_NAMED = 5;

/**
 * What a batch would cost, before anything is sent.
 * @param sample true for the sandbox, which costs nothing
 */
export function planText(
  { toPay, free, unfit }: BatchPlan,
  credits: Credits | undefined,
  sample: boolean,
  nameOf: (file: string) => string,
): { message: string; detail: string } {
  const count = toPay.length + free.length;
  const message =
    count === 0
      ? l10n.t('None of these files is a PDF that can be parsed.')
      : count === 1
        ? l10n.t('Parse 1 statement?')
        : l10n.t('Parse {0} statements?', count);
  const lines = [
    ...(count === 0 ? [] : [costLine(toPay.length, sample)]),
    ...(free.length === 0 ? [] : [freeLine(free.length)]),
    ...(sample || toPay.length === 0 ? [] : leftLines(toPay.length, credits)),
    ...unfitLines(unfit.map(({ file }) => plainText(nameOf(file)))),
  ];
  return { message, detail: lines.join('\n') };
}

function costLine(toPay: number, sample: boolean): string {
  if (sample) return l10n.t('In the sandbox: sample data, no credits.');
  if (toPay === 0) return l10n.t('No credit is used.');
  return toPay === 1
    ? l10n.t('1 credit, if it succeeds.')
    : l10n.t('{0} credits, if all succeed.', toPay);
}

function freeLine(free: number): string {
  return free === 1
    ? l10n.t('1 is parsed already and costs nothing.')
    : l10n.t('{0} are parsed already and cost nothing.', free);
}

function leftLines(toPay: number, credits: Credits | undefined): string[] {
  if (credits?.remaining === null) return [l10n.t('Your credits are unlimited.')];
  if (credits?.remaining === undefined) return [l10n.t('How many credits are left is not known.')];
  const left = credits.remaining - toPay;
  return left >= 0
    ? [l10n.t('{0} of {1} credits are left afterwards.', figure(left), figure(credits.remaining))]
    : [
        l10n.t(
          'You have {0} credits: not enough for all. It stops when they are used up, and can go on later.',
          figure(credits.remaining),
        ),
      ];
}

function unfitLines(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const named = names.slice(0, MOST_NAMED).join(', ');
  const more = names.length - MOST_NAMED;
  return [
    '',
    more > 0
      ? l10n.t('Left out, since they are not PDFs that can be sent: {0} and {1} more.', named, more)
      : l10n.t('Left out, since they are not PDFs that can be sent: {0}.', named),
  ];
}
