import type { ComponentChildren } from 'preact';

interface TotalsProps {
  readonly label: string;
  /** What is not in them. */
  readonly note?: string | undefined;
  readonly children: ComponentChildren;
}

/** A line of sums over the rows below it. */
export function Totals({ label, note, children }: TotalsProps) {
  return (
    <div class="totals" role="group" aria-label={label}>
      <dl>{children}</dl>
      {note !== undefined && <p class="note">{note}</p>}
    </div>
  );
}

interface TotalFactProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

export function TotalFact({ name, children }: TotalFactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
