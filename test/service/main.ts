import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { statements, writeStatements } from '../fixtures/statements.ts';
import { startCasParserService } from './server.ts';
import { KnownStatements } from './statements.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8787' },
    statements: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) {
  console.log(`A local stand-in for the CAS Parser service.

node test/service/main.ts [--port 8787] [--statements DIR]

--port        0 takes any free one
--statements  folder of PDFs, each with its answer beside it as <same name>.json;
              without it, sample statements are written to a new temporary folder`);
  process.exit();
}

const folder = values.statements ?? (await newSampleFolder());
const service = await startCasParserService({
  port: Number(values.port),
  statements: folder,
}).catch((error: unknown) => {
  console.error(`Cannot listen on port ${values.port}: ${String(error)}`);
  process.exit(1);
});
const { origin, key } = service;
const names = await new KnownStatements(folder).names();

console.log(`CAS Parser stand-in at ${origin}  (stop with Ctrl+C)

Demo key      ${key}
Sandbox key   sandbox-with-json-responses
Statements    ${folder}
${names.map((name) => `              ${name}${passwordNote(name)}`).join('\n')}

What is there
  GET  /agent-auth?token=TOKEN&client_name=NAME   the approval page
  GET  /v1/agent-auth/token/TOKEN                 its outcome
  POST /v4/smart/parse                            multipart pdf_file, password
  POST /v1/credits  /v1/usage  /v1/usage/summary  /v1/token  /v1/token/verify
  GET  /stand-in/requests                         what came so far, without secrets

Make it misbehave, and behave again
  curl ${origin}/stand-in/misbehave -d '{"on": "parse", "times": 1, "status": 503}'
  curl -X DELETE ${origin}/stand-in/misbehave
  on: approval-poll, credits, parse, token, verify, usage, any
  with: times, after, delayMs, status, headers, body,
        how: drop-before, drop-after, cut-off, hang, late  (see test/service/misbehaviour.ts)`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void service.close());
}

async function newSampleFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'cas-statements-'));
  await writeStatements(made);
  return made;
}

/** Only the invented samples have a password known here. */
function passwordNote(name: string): string {
  const sample = values.statements === undefined && statements.find((one) => one.name === name);
  return sample && sample.password !== null ? `  password ${sample.password}` : '';
}
