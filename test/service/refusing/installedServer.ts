import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../editor/freePort.ts';
import { until } from '../../patience.ts';
import { LARGEST, type RefusingServer, tokenExpired } from './refusingServer.ts';

/** Programs that stand before services and that this machine may have. */
export type Installed = 'haproxy' | 'nginx';

export function isInstalled(program: Installed): boolean {
  // Where they were installed for the tests, one that does not run is a failure.
  if (process.env.CASPARSER_TEST_SERVERS === 'required') return true;
  try {
    execFileSync(program, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const configurations: Readonly<Record<Installed, (port: number, folder: string) => string>> = {
  haproxy: (port) => `
defaults
  mode http
  timeout connect 10s
  timeout client 60s
  timeout server 60s
frontend refusing
  bind 127.0.0.1:${port}
  http-request return status 401 content-type application/json string '${JSON.stringify(tokenExpired)}' if { path_beg /401 }
  http-request deny deny_status 413 if { req.hdr_val(content-length) gt ${LARGEST} }
`,
  // Without its patience for what is still under way (lingering_close), it closes as it refuses.
  nginx: (port, folder) => `
daemon off;
pid ${folder}/pid;
error_log ${folder}/errors;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  lingering_close off;
  server {
    listen 127.0.0.1:${port};
    location /401 {
      client_max_body_size 0;
      default_type application/json;
      return 401 '${JSON.stringify(tokenExpired)}';
    }
    location /413 {
      client_max_body_size ${LARGEST};
      proxy_pass http://127.0.0.1:9;
    }
  }
}
`,
};

/** Starts a program of this machine that refuses as `earlyRefusals` has it. */
export async function startInstalledServer(program: Installed): Promise<RefusingServer> {
  const folder = await mkdtemp(join(tmpdir(), `casparser-${program}-`));
  const file = join(folder, 'configuration');
  const port = await freePort();
  await writeFile(file, configurations[program](port, folder));
  const how = program === 'nginx' ? ['-p', folder, '-c', file] : ['-db', '-f', file];
  const server = spawn(program, how, { stdio: 'ignore' });
  const exit = once(server, 'exit');
  await until(() => isListening(port), `${program} on port ${port}`);
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.kill();
      await exit;
      await rm(folder, { recursive: true });
    },
  };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.once('error', () => resolve(false)).once('connect', () => socket.destroy());
  });
}
