import type { ComponentChildren } from 'preact';

interface LabelledCellProps {
  /** The column's name, shown above what is in the cell where the page is too narrow for columns. */
  readonly label: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A cell that still says what it is when the heads of the columns are not there. */
export function LabelledCell({ label, class: className, children }: LabelledCellProps) {
  return (
    <td class={className}>
      <span class="cell-label" aria-hidden="true">
        {label}
      </span>
      {children}
    </td>
  );
}
