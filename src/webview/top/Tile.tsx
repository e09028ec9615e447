import type { ComponentChildren } from 'preact';

interface TileProps {
  readonly name: ComponentChildren;
  readonly notes: readonly string[];
  /** The largest figure of the page. */
  readonly main?: boolean;
  readonly children: ComponentChildren;
}

/** One figure of the answer, and what it rests on. */
export function Tile({ name, notes, main, children }: TileProps) {
  return (
    <div class={main ? 'main' : ''}>
      <dt>{name}</dt>
      <dd>
        <span class="answer">{children}</span>
        {notes
          .filter((note) => note !== '')
          .map((note) => (
            <span key={note} class="note">
              {note}
            </span>
          ))}
      </dd>
    </div>
  );
}
