import { l10n } from 'vscode';
import type { BatchItem } from '../statements/batch.ts';

export interface BatchSummary {
  /** While it runs. */
  readonly progress: string;
  /** At its end. */
  readonly end: string;
  readonly failed: number;
  /** By the person, also after it was sent. */
  readonly cancelled: number;
  /** Not begun when the batch stopped. */
  readonly left: number;
}

/** How it stands with a batch, in a line. */
export function batchSummary(items: readonly BatchItem[]): BatchSummary {
  const count = (status: BatchItem['state']['status']) =>
    items.filter(({ state }) => state.status === status).length;
  const parsed = count('parsed');
  const cancelledLate = items.filter(
    ({ state }) => state.status === 'failed' && state.problem.kind === 'cancelled',
  ).length;
  const failed = count('failed') - cancelledLate;
  const cancelled = count('cancelled') + cancelledLate;
  const left = count('waiting');
  const free = items.filter(({ state }) => state.status === 'parsed' && state.free).length;
  const parts = [
    l10n.t('{0} of {1} parsed', parsed, items.length),
    ...(free > 0 ? [l10n.t('{0} of them at no cost', free)] : []),
    ...(failed > 0 ? [l10n.t('{0} failed', failed)] : []),
    ...(cancelled > 0 ? [l10n.t('{0} cancelled', cancelled)] : []),
  ];
  return {
    progress: parts.join(', '),
    end: [...parts, ...(left > 0 ? [l10n.t('{0} still to do', left)] : [])].join(', ') + '.',
    failed,
    cancelled,
    left,
  };
}
