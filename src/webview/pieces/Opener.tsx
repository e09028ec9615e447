import type { ComponentChildren } from 'preact';

interface OpenerProps {
  readonly open: boolean;
  readonly onToggle: () => void;
  /** The element that opens. */
  readonly controls?: string;
  readonly children: ComponentChildren;
}

/** A button that opens something in place. */
export function Opener({ open, onToggle, controls, children }: OpenerProps) {
  return (
    <button
      type="button"
      class="opener"
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      onClick={onToggle}
    >
      <svg class="chevron" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M6 4l4 4-4 4" />
      </svg>
      {children}
    </button>
  );
}
