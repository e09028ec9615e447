import type { ComponentChildren } from 'preact';
import type { Unconfirmed } from '../../portfolio/confirmation.ts';
import { AsFound } from '../confirmed/AsFound.tsx';
import { NotStated } from './NotStated.tsx';
import { Personal, Text } from './Text.tsx';

const NOTHING: Unconfirmed = new Map();

/** A list of names and values. */
export function Facts({ children, inline }: FactsProps) {
  return <dl class={inline ? 'facts inline' : 'facts'}>{children}</dl>;
}

interface FactsProps {
  readonly children: ComponentChildren;
  /** One after the other in a line, instead of one below the other. */
  readonly inline?: boolean;
}

interface FactProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

export function Fact({ name, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface TextFactProps {
  readonly name: string;
  readonly text: string | null;
  /** What is unconfirmed of the object that the text is of, and the text's path in the answer. */
  readonly unconfirmed?: Unconfirmed;
  readonly path?: string;
}

/** A text of the statement, or that it is not there. */
export function TextFact({ name, text, unconfirmed = NOTHING, path = '' }: TextFactProps) {
  return (
    <Fact name={name}>
      {text === null ? (
        <NotStated />
      ) : (
        <AsFound unconfirmed={unconfirmed} names={[path]}>
          <Text>{text}</Text>
        </AsFound>
      )}
    </Fact>
  );
}

/** A text that most statements do not have: nothing is said when it is not there. */
export function OptionalFact(props: TextFactProps) {
  return props.text === null ? null : <TextFact {...props} />;
}

/** A text that says who or which account it is. */
export function PersonalFact({
  name,
  text,
  optional,
  unconfirmed = NOTHING,
  path = '',
}: TextFactProps & { readonly optional?: boolean }) {
  if (text === null && optional) return null;
  return (
    <Fact name={name}>
      {text === null ? (
        <NotStated />
      ) : (
        <AsFound unconfirmed={unconfirmed} names={[path]}>
          <Personal>{text}</Personal>
        </AsFound>
      )}
    </Fact>
  );
}

interface PersonalListFactProps {
  readonly name: string;
  readonly texts: readonly string[];
  /** Says so when there are none. */
  readonly always?: boolean;
}

/** Names or numbers of one kind that say who or which account it is. */
export function PersonalListFact({ name, texts, always }: PersonalListFactProps) {
  if (texts.length === 0) return always ? <TextFact name={name} text={null} /> : null;
  return (
    <Fact name={name}>
      {texts.map((text, index) => (
        <span key={index}>
          {index > 0 && ', '}
          <Personal>{text}</Personal>
        </span>
      ))}
    </Fact>
  );
}
