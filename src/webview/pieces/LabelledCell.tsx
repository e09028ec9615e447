import type { ComponentChildren } from 'preact';

interface LabelledCellProps {
  /** The column's name, shown above what is in the cell where the page is too narrow for columns. */
  readonly label: string;
  readonly class?: string;
  readonly rowSpan?: number;
  readonly children: ComponentChildren;
}

/** A cell that still says what it is when the heads of the columns are not there. */
export function LabelledCell({ label, class: className, rowSpan, children }: LabelledCellProps) {
  return (
    <td class={className} rowSpan={rowSpan}>
      <span class="cell-label" aria-hidden="true">
        {label}
      </span>
      {children}
    </td>
  );
}
