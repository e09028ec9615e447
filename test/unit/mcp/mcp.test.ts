import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { statementTools } from '../../../src/tools/statementTools.ts';

const main = join(import.meta.dirname, '../../../src/mcp/main.ts');
const answers = join(import.meta.dirname, '../../fixtures/answers');

describe('The MCP server, asked by the official client over stdio', () => {
  let folder: string;
  let client: Client;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'casparser-mcp-'));
    await mkdir(join(folder, '2026'));
    await copyFile(join(answers, 'cdsl.json'), join(folder, '2026', 'cdsl.cas.json'));
    await writeFile(join(folder, 'broken.cas.json'), 'no JSON');
    await writeFile(join(folder, 'other.json'), '{"meta":{}}');
  });
  after(() => rm(folder, { recursive: true, force: true }));

  beforeEach(async () => {
    client = new Client({ name: 'test', version: '1' });
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [main, folder] }),
    );
  });
  afterEach(() => client.close());

  async function ask(name: string, args: Record<string, unknown> = {}) {
    const { content, isError } = await client.callTool({ name, arguments: args });
    const [first] = content as readonly { type: string; text: string }[];
    return { text: first?.text ?? '', isError };
  }

  it('lists the tools of the editor’s chat, all of them as reading only', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name, inputSchema }) => ({ name, inputSchema })),
      statementTools.map(({ name, inputSchema }) => ({ name, inputSchema: inputSchema() })),
    );
    for (const { name, annotations } of tools)
      assert.partialDeepStrictEqual(
        annotations,
        { readOnlyHint: true, openWorldHint: false },
        name,
      );
  });

  it('answers about what is saved now, without the names, and reads nothing else', async () => {
    const listed = JSON.parse((await ask('casparser_list_statements')).text) as {
      statements: { statement: string; investor: string }[];
    };
    assert.equal(listed.statements.length, 1);
    assert.equal(listed.statements[0]?.investor, '••••');
    const { text } = await ask('casparser_holdings', { statement: 'cdsl.cas.json' });
    assert.match(text, /EXAMPLE INDUSTRIES LIMITED/u);
    assert.doesNotMatch(text, /Sample Investor|ABCDE1234F|1200000000000001/u);
    await copyFile(join(answers, 'nsdl.json'), join(folder, 'nsdl.cas.json'));
    const outside = await mkdtemp(join(tmpdir(), 'casparser-outside-'));
    await copyFile(join(answers, 'cams_kfintech.json'), join(outside, 'x.cas.json'));
    await symlink(outside, join(folder, 'link'));
    assert.equal(
      (JSON.parse((await ask('casparser_list_statements')).text) as { total: number }).total,
      2,
      'the new one, and not the one behind the link',
    );
    await rm(outside, { recursive: true });
  });

  it('does not read what is too large, and says so', async () => {
    const large = join(folder, 'large.cas.json');
    const { total } = JSON.parse((await ask('casparser_list_statements')).text) as {
      total: number;
    };
    await writeFile(large, JSON.stringify({ meta: {}, padding: ' '.repeat(9 * 1024 * 1024) }));
    const listed = JSON.parse((await ask('casparser_list_statements')).text) as object;
    assert.partialDeepStrictEqual(listed, { total, notRead: '1 more, too large to be read here' });
    await rm(large);
  });

  it('tells an agent what to do instead', async () => {
    assert.deepEqual(await ask('casparser_parse_everything'), {
      text: 'There is no tool casparser_parse_everything.',
      isError: true,
    });
    const { text, isError } = await ask('casparser_holdings', { statement: '../../etc/passwd' });
    assert.equal(isError, true);
    assert.match(text, /Call casparser_list_statements/u);
  });

  it('speaks the older protocol of the editors that are out there, and ends with its input', async () => {
    const server = spawn(process.execPath, [main, '--hide', 'nothing', folder]);
    const said = once(server.stdout, 'data');
    server.stdin.write(
      `${JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: {
          protocolVersion: '2025-06-18',
          capabilities: {},
          clientInfo: { name: 'Visual Studio Code', version: '1.105.0' },
        },
      })}\n`,
    );
    const [line] = (await said) as [Buffer];
    const answer = JSON.parse(line.toString()) as { result: { protocolVersion: string } };
    assert.equal(answer.result.protocolVersion, '2025-06-18');
    server.stdin.end();
    const [code] = (await once(server, 'exit')) as [number | null];
    assert.equal(code, 0);
  });

  it('does not say that it would tell of other tools', () => {
    assert.equal(client.getServerCapabilities()?.tools?.listChanged, false);
  });

  for (const mode of ['legacy', 'auto', { pin: '2026-07-28' }] as const)
    it(`answers a client that speaks ${JSON.stringify(mode)}`, async () => {
      const other = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
      await other.connect(
        new StdioClientTransport({ command: process.execPath, args: [main, folder] }),
      );
      try {
        const version = other.getNegotiatedProtocolVersion();
        assert.equal(version, mode === 'legacy' ? '2025-11-25' : '2026-07-28');
        const { content } = await other.callTool({
          name: 'casparser_list_statements',
          arguments: {},
        });
        assert.match(JSON.stringify(content), /CDSL eCAS/);
        assert.equal((await other.listTools()).tools.length, statementTools.length);
      } finally {
        await other.close();
      }
    });

  it('answers calls that are piped in before it ends', async () => {
    const server = spawn(process.execPath, [main, folder]);
    const said = text(server.stdout);
    const ended = once(server, 'exit');
    const calls = [
      {
        id: 1,
        method: 'initialize',
        params: {
          protocolVersion: '2025-06-18',
          capabilities: {},
          clientInfo: { name: 'sh', version: '1' },
        },
      },
      { method: 'notifications/initialized' },
      { id: 2, method: 'tools/list' },
      ...[3, 4, 5].map((id) => ({
        id,
        method: 'tools/call',
        params: { name: 'casparser_list_statements', arguments: {} },
      })),
    ];
    server.stdin.end(
      calls.map((call) => `${JSON.stringify({ jsonrpc: '2.0', ...call })}\n`).join(''),
    );
    assert.deepEqual(await ended, [0, null]);
    const answers = (await said).trim().split('\n');
    const ids = answers.map((line) => (JSON.parse(line) as { id: number }).id);
    assert.deepEqual(ids.sort(), [1, 2, 3, 4, 5]);
    assert.match(answers.at(-1) ?? '', /CDSL eCAS/);
  });

  it('starts with folders only', async () => {
    const server = spawn(process.execPath, [main]);
    const [code] = (await once(server, 'exit')) as [number | null];
    assert.equal(code, 2);
  });
});
