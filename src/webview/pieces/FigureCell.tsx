import type { ComponentChildren } from 'preact';

interface FigureCellProps {
  /** The column's name, shown beside the figure where the page is too narrow for columns. */
  readonly label: string;
  /** Left out where the page is narrow; the opened row shows the figure too. */
  readonly optional?: boolean;
  readonly children: ComponentChildren;
}

/** A right-aligned figure in a table. */
export function FigureCell({ label, optional, children }: FigureCellProps) {
  return (
    <td class={optional ? 'number optional' : 'number'}>
      <span class="cell-label" aria-hidden="true">
        {label}
      </span>
      {children}
    </td>
  );
}

interface FigureHeadProps {
  readonly label: string;
  /** What the figures of the column rest on. */
  readonly title?: string;
  readonly optional?: boolean;
}

/** The head of a column of figures. */
export function FigureHead({ label, title, optional }: FigureHeadProps) {
  return (
    <th scope="col" class={optional ? 'number optional' : 'number'} title={title}>
      {label}
    </th>
  );
}
