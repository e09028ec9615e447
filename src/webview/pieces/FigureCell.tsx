import type { ComponentChildren } from 'preact';
import { LabelledCell } from './LabelledCell.tsx';

interface FigureCellProps {
  readonly label: string;
  /** Left out where the page is narrow; the opened row shows the figure too. */
  readonly optional?: boolean;
  readonly children: ComponentChildren;
}

/** A right-aligned figure in a table. */
export function FigureCell({ label, optional, children }: FigureCellProps) {
  return (
    <LabelledCell label={label} class={optional ? 'number optional' : 'number'}>
      {children}
    </LabelledCell>
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
