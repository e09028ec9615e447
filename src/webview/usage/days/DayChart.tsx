import type { DayUsage, UsageByDay } from '../../../usage/byDay.ts';
import { formatCredits } from '../../../usage/hundredths.ts';
import { dayText, shortDayText } from '../zone.ts';
import { Patterns } from './Patterns.tsx';
import { CHART, type ChartLayout, layOut } from './layout.ts';
import { type Series, lookFill, lookId, seriesOf } from './series.ts';
import { useWidth } from './useWidth.ts';

/** A bar for each day. Hidden from screen readers: the table below it says the same. */
export function DayChart({ usage }: { readonly usage: UsageByDay }) {
  const { ref, width } = useWidth();
  const { days } = usage;
  const layout = layOut(days, width);
  const series = seriesOf(usage);
  return (
    <div class="chart" ref={ref}>
      {width > 0 && (
        <svg width={width} height={CHART.height} aria-hidden="true">
          <Patterns />
          <Grid layout={layout} width={width} />
          {days.map((day, index) => (
            <Day key={day.day} day={day} index={index} series={series} layout={layout} />
          ))}
          <Dates days={days} layout={layout} />
        </svg>
      )}
    </div>
  );
}

function Grid({ layout, width }: { readonly layout: ChartLayout; readonly width: number }) {
  return (
    <>
      {layout.lines.map((credits) => {
        const y = Math.round(layout.y(credits)) + 0.5;
        return (
          <g key={credits}>
            <path
              class={credits === 0 ? 'grid-line base' : 'grid-line'}
              d={`M${layout.left} ${y}H${width}`}
            />
            <text class="axis end" x={layout.left - 8} y={y + 4}>
              {formatCredits(credits)}
            </text>
          </g>
        );
      })}
    </>
  );
}

interface DayProps {
  readonly day: DayUsage;
  readonly index: number;
  readonly series: readonly Series[];
  readonly layout: ChartLayout;
}

function Day({ day, index, series, layout }: DayProps) {
  const { x, y, step, barWidth } = layout;
  const left = x(index) + (step - barWidth) / 2;
  return (
    <g>
      <title>{`${dayText(day.day)}: ${formatCredits(day.credits)}`}</title>
      <path
        class={day.known === 'whole' ? 'day' : `day ${lookId('not-listed')}`}
        fill={day.known === 'whole' ? 'transparent' : lookFill('not-listed')}
        d={box(x(index), y(0), step, y(0) - CHART.top)}
      />
      {segments(day, series).map(({ look, from, to }) => (
        <path
          key={look}
          class={`segment ${lookId(look)}`}
          fill={lookFill(look)}
          d={box(left, y(from), barWidth, y(from) - y(to))}
        />
      ))}
    </g>
  );
}

interface Segment {
  readonly look: string;
  /** Hundredths of a credit above the axis. */
  readonly from: number;
  readonly to: number;
}

function segments({ parts }: DayUsage, series: readonly Series[]): Segment[] {
  let end = 0;
  return series.flatMap(({ look, index }) => {
    const credits = parts[index] ?? 0;
    if (credits <= 0) return [];
    const from = end;
    end += credits;
    return [{ look, from, to: end }];
  });
}

function Dates({
  days,
  layout,
}: {
  readonly days: readonly DayUsage[];
  readonly layout: ChartLayout;
}) {
  return (
    <>
      {days.map(({ day }, index) => {
        // Counted from the end, so that the last day always has its date.
        if ((days.length - 1 - index) % layout.labelEvery !== 0) return null;
        const middle = layout.x(index) + layout.step / 2;
        const last = index === days.length - 1;
        return (
          <text
            key={day}
            class={last ? 'axis end' : 'axis middle'}
            x={last ? layout.x(days.length) : middle}
            y={CHART.height - 5}
          >
            {shortDayText(day)}
          </text>
        );
      })}
    </>
  );
}

/** A rectangle standing on `bottom`. */
function box(left: number, bottom: number, width: number, height: number): string {
  return `M${left} ${bottom}v${-height}h${width}v${height}z`;
}
