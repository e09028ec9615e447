import assert from 'node:assert/strict';
import { mcpLaunch } from '../../../src/commands/chat/mcpLaunch.ts';

describe('The MCP server, as the editor starts it', () => {
  const launch = (hide: 'identity' | 'nothing', masked: boolean) =>
    mcpLaunch({ program: '/dist/mcp.mjs', folders: ['/home/asha/cas'], hide, masked });

  it('gets no key that the editor was started with', () => {
    const { env } = launch('identity', false);
    for (const name of ['CASPARSER_API_KEY', 'CAS_PARSER_API_KEY', 'CLAUDE_API_KEY', 'API_KEY'])
      assert.equal(env[name], null, name);
  });

  it('hides what is set, and everything while amounts are hidden on the screen', () => {
    assert.deepEqual(launch('nothing', false).args.slice(1, 3), ['--hide', 'nothing']);
    assert.deepEqual(launch('nothing', true).args.slice(1, 3), ['--hide', 'everything']);
  });
});
