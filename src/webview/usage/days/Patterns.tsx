import { lookId } from './series.ts';

/** The fills of the parts of a bar: told apart by their pattern as well as by their colour. */
export function Patterns() {
  return (
    <defs>
      <Pattern look="0" lines="M0 0H6V6H0Z" solid />
      <Pattern look="1" lines="M-1 1L1 -1M0 6L6 0M5 7L7 5" />
      <Pattern look="2" lines="M0 1.5H6M0 4.5H6" />
      <Pattern look="3" lines="M-1 5L1 7M0 0L6 6M5 -1L7 1M-1 1L1 -1M0 6L6 0M5 7L7 5" />
      <Pattern look="other" lines="" />
      <Pattern look="not-listed" lines="M-1 1L1 -1M0 6L6 0M5 7L7 5" />
    </defs>
  );
}

interface PatternProps {
  readonly look: string;
  readonly lines: string;
  readonly solid?: boolean;
}

function Pattern({ look, lines, solid }: PatternProps) {
  return (
    <pattern
      id={lookId(look)}
      class={lookId(look)}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
    >
      <path d="M0 0H6V6H0Z" fill="currentColor" fill-opacity="0.15" />
      <path d={lines} fill={solid ? 'currentColor' : 'none'} stroke="currentColor" />
    </pattern>
  );
}
