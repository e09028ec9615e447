import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SectionProps {
  readonly title: string;
  readonly className?: string;
  readonly children: ComponentChildren;
}

/** A part of the page with its heading. */
export function Section({ title, className, children }: SectionProps) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} class={className ?? ''}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
}
