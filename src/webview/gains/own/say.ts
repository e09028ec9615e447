import type { FactsChange } from '../../../portfolio/facts/changeFacts.ts';
import { send } from '../../host.ts';

/** Tells the extension what the owner says, or takes back. */
export function say(change: FactsChange): void {
  send({ type: 'fact', change });
}
