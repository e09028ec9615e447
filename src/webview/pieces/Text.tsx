import { useShown } from '../state/ShownContext.ts';

interface TextProps {
  readonly children: string;
}

/**
 * Text of the statement: only ever a text node, and isolated, so that its direction cannot turn the words around it. What it has of
 * a person is hidden on demand.
 */
export function Text({ children }: TextProps) {
  return <Isolated>{useShown().text(children)}</Isolated>;
}

/** The same for what says who or which account it is: a name, a PAN, a folio, an address. Hidden on demand. */
export function Personal({ children }: TextProps) {
  return <Isolated>{useShown().personal(children)}</Isolated>;
}

/** The same for free text, whose digits may be anything. */
export function Narration({ children }: TextProps) {
  return <Isolated>{useShown().narration(children)}</Isolated>;
}

function Isolated({ children }: TextProps) {
  return <bdi class="text">{children}</bdi>;
}
