import { ASK_KEY } from '../../connections/ask/foundAskKeys.ts';
import { keyVariables } from '../../connections/environmentKey.ts';
import { GATEWAY_KEY } from '../../connections/gateway/gatewayKey.ts';
import type { Hiding } from '../../tools/hiding.ts';

interface Wanted {
  /** Path of the server's program. */
  readonly program: string;
  /** Paths. */
  readonly folders: readonly string[];
  readonly hide: Hiding;
  /** Amounts and names are hidden on the screen: whoever does that does not want them told elsewhere. */
  readonly masked: boolean;
}

interface Launch {
  readonly args: string[];
  /** `null` takes a variable out of the environment that the server inherits from the editor. */
  readonly env: Record<string, string | null>;
}

/** How the MCP server is started: it gets folders and what to hide, and no key. */
export function mcpLaunch({ program, folders, hide, masked }: Wanted): Launch {
  // On the desktop the program is the editor itself, which is Node only when it is told so.
  const env: Launch['env'] = { ELECTRON_RUN_AS_NODE: '1' };
  for (const name of [...keyVariables, ASK_KEY, GATEWAY_KEY]) env[name] = null;
  return {
    args: [program, '--hide', masked ? 'everything' : hide, ...folders],
    env,
  };
}
