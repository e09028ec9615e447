import type { ShowMessage } from '../views/messages.ts';
import { Actions } from './top/Actions.tsx';
import { Text } from './pieces/Text.tsx';

interface UnreadableProps {
  readonly message: string;
  readonly shown: ShowMessage;
}

/** What is left when there is no portfolio to show: one sentence, and the JSON itself. */
export function Unreadable({ message, shown }: UnreadableProps) {
  return (
    <div class="unreadable">
      <h1>
        <Text>{shown.title}</Text>
      </h1>
      <p role="alert">{message}</p>
      <Actions saved={shown.saved} />
    </div>
  );
}
