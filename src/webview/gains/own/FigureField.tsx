import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { AsYouSaid } from './AsYouSaid.tsx';

interface FigureFieldProps {
  readonly label: ComponentChildren;
  /** The same as plain text. */
  readonly name: string;
  /** As it was said before. */
  readonly value: string | null;
  /** @returns as it is kept; null for what is no such figure */
  readonly read: (typed: string) => string | null;
  /** What is expected, in the editor's language. */
  readonly expected: string;
  /** Null takes back what was said. */
  readonly onSay: (value: string | null) => void;
}

/** A figure that its owner can say; an emptied field takes it back. */
export function FigureField({ label, name, value, read, expected, onSay }: FigureFieldProps) {
  const id = useId();
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  // What is kept is shown as it is kept, unless something wrong stands there that is being mended.
  useEffect(() => {
    if (input.current && !wrong) input.current.value = value ?? '';
  }, [value]);
  const take = (typed: string) => {
    const isEmpty = typed.trim() === '';
    const figure = isEmpty ? null : read(typed);
    setWrong(!isEmpty && figure === null);
    if ((isEmpty || figure !== null) && figure !== value) onSay(figure);
  };
  return (
    <p class="own-field">
      <label for={id}>{label}</label>
      <input
        ref={input}
        id={id}
        type="text"
        inputMode="decimal"
        size={12}
        defaultValue={value ?? ''}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={({ currentTarget }) => take(currentTarget.value)}
      />
      {value !== null && !wrong && <AsYouSaid of={name} onTakeBack={() => onSay(null)} />}
      {wrong && (
        <span class="absent" role="alert" id={`${id}-wrong`}>
          {expected}
        </span>
      )}
    </p>
  );
}
