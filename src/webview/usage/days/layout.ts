import type { DayUsage } from '../../../usage/byDay.ts';
import { formatCredits } from '../../../usage/hundredths.ts';

/** Pixels of the chart. Only a drawing: floats will do here. */
export const CHART = { height: 170, top: 10, bottom: 22 } as const;

const NARROWEST_LABEL = 64;
const WIDEST_BAR = 26;
const WIDEST_DIGIT = 7;

export interface ChartLayout {
  /** Where the days begin, right of the figures of the axis. */
  readonly left: number;
  /** The pixels of one day. */
  readonly step: number;
  readonly barWidth: number;
  /** Lines across the chart, in hundredths of a credit, the axis first. */
  readonly lines: readonly number[];
  /** Every how many days a date is written. */
  readonly labelEvery: number;
  /** The left edge of a day. */
  readonly x: (index: number) => number;
  /** The height at which so many hundredths of a credit are drawn. */
  readonly y: (credits: number) => number;
}

export function layOut(days: readonly DayUsage[], width: number): ChartLayout {
  const lines = gridLines(Math.max(...days.map(({ credits }) => credits)));
  const left = 12 + WIDEST_DIGIT * Math.max(...lines.map((line) => formatCredits(line).length));
  const step = Math.max(1, width - left) / Math.max(1, days.length);
  const most = lines.at(-1) ?? 1;
  const rise = CHART.height - CHART.top - CHART.bottom;
  return {
    left,
    step,
    barWidth: Math.max(1, Math.min(WIDEST_BAR, step * 0.72)),
    lines,
    labelEvery: Math.max(1, Math.ceil(NARROWEST_LABEL / step)),
    x: (index) => left + index * step,
    y: (credits) => CHART.height - CHART.bottom - (Math.max(0, credits) / most) * rise,
  };
}

/** From 0 to at least `most` in two to four steps that people count in. */
function gridLines(most: number): number[] {
  const units = [5, 10, 20, 25, 50].flatMap((unit) =>
    [1, 10, 100, 1000, 10_000, 100_000, 1_000_000].map((power) => unit * power),
  );
  const step = units.sort((a, b) => a - b).find((unit) => most <= unit * 4) ?? Math.max(1, most);
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
