/**
 * `node mcp.mjs [--hide identity|everything|nothing] FOLDER...`: the saved portfolios (*.cas.json) below the folders, for agents, by
 * the Model Context Protocol over standard input and output. It reads those files and does nothing else: no network, no secrets.
 */
import { parseArgs } from 'node:util';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { isHiding } from '../tools/hiding.ts';
import { shownHiding } from '../tools/shownHiding.ts';
import { answeringStdio } from './answeringStdio.ts';
import { folderLibrary } from './folderLibrary.ts';
import { mcpServer } from './mcpServer.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { hide: { type: 'string', default: 'identity' } },
});
if (!isHiding(values.hide) || positionals.length === 0) {
  process.stderr.write('mcp.mjs [--hide identity|everything|nothing] FOLDER...\n');
  process.exit(2);
}
const [library, shown] = [folderLibrary(positionals), shownHiding(values.hide)];
// The first message says which of the two protocols a client speaks: that of 2025, or that of 2026.
serveStdio(() => mcpServer(library, shown), { transport: answeringStdio() });
