import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import { z } from 'zod';

import { html, json } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import { readJson } from '../jsonBody.ts';
import { Refusal } from '../refusals.ts';
import { startStandIn } from '../standInServer.ts';
import type { Endpoints, StandIn } from '../standInServer.ts';
import { componentPage } from './componentPage.ts';

export interface KeyOfSmartExtract {
  readonly key: string;
  readonly secret: string;
  disabled: boolean;
  /** `DATA_EXTRACTION` is needed for the JSON API. */
  roles: readonly string[];
}

export interface SmartExtractService extends StandIn {
  readonly production: KeyOfSmartExtract;
  readonly staging: KeyOfSmartExtract;
  /** How the component behaves in a frame. */
  readonly component: { how: 'speaks' | 'silent' | 'refusesFrames' };
  /** Session tokens that were given, the newest last. */
  readonly sessions: readonly string[];
}

/** A running stand-in for Clik.ai SmartExtract: its API and its component, on one loopback address. */
export async function startSmartExtract({
  now = Date.now,
  port = 0,
}: { readonly now?: () => number; readonly port?: number } = {}): Promise<SmartExtractService> {
  const production = newKey();
  const staging = newKey();
  const component: SmartExtractService['component'] = { how: 'speaks' };
  const sessions: string[] = [];

  const ofEnvironment = (app: string, api: string, key: KeyOfSmartExtract): Endpoints => ({
    [`POST /${api}/api/account/v1/auth/token`]: (call) => {
      const given = readJson(call, z.object({ key: z.string(), secret: z.string() }));
      requireKey(key, given);
      const token = `sx_${randomBytes(12).toString('hex')}`;
      sessions.push(token);
      return json(200, { data: { token } });
    },
    [`POST /${api}/api/account/v1/extraction/document`]: (call, request) =>
      extract(call, request, key),
    [`GET /${app}`]: ({ url }) => showComponent(url, sessions, component.how),
  });

  const standIn = await startStandIn(
    {
      ...ofEnvironment('smart-extract', 'smart-extract-api', production),
      ...ofEnvironment('smart-extract-stg', 'smart-extract-stg-api', staging),
    },
    { now, port },
  );
  return { ...standIn, production, staging, component, sessions };
}

function newKey(): KeyOfSmartExtract {
  return {
    key: `sxk_${randomBytes(8).toString('hex')}`,
    secret: `sxs_${randomBytes(16).toString('hex')}`,
    disabled: false,
    roles: ['DATA_EXTRACTION'],
  };
}

/** @throws Refusal the two documented 401s */
function requireKey(known: KeyOfSmartExtract, given: { key: string; secret: string }): void {
  if (given.key !== known.key || given.secret !== known.secret)
    throw new Refusal(json(401, { status: 'error', error: 'Invalid credentials provided' }));
  if (known.disabled)
    throw new Refusal(json(401, { status: 'error', error: 'This API key is disabled' }));
}

const document = z.object({
  assetType: z.string(),
  documentType: z.string(),
  file: z.string().startsWith('data:'),
  fileName: z.string(),
  from: z.int().positive().optional(),
  to: z.int().positive().optional(),
  sheet: z.int().positive().optional(),
  periodFrom: z.string().optional(),
  periodTo: z.string().optional(),
});

/** POST .../extraction/document: HTTP Basic with key and secret. */
function extract(call: Call, { headers }: IncomingMessage, known: KeyOfSmartExtract): Answer {
  const basic = /^Basic (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
  const [key = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  requireKey(known, { key, secret });
  if (!known.roles.includes('DATA_EXTRACTION'))
    throw new Refusal(
      json(403, {
        status: 'error',
        type: 'unauthorizedApiKeyError',
        error: { message: 'The API key lacks the role DATA_EXTRACTION' },
      }),
    );
  const { documentType, assetType, fileName, from, to, sheet } = readJson(call, document);
  return json(200, {
    taggingData: { documentType, assetType, from, to, sheet },
    data: {
      meta: { fileName },
      source: {},
      extracted: [{ unit: '101', tenant: 'Invented Tenant', monthlyRent: 1250 }],
    },
  });
}

/** GET /smart-extract?token=...: the component, for a session that is there. */
function showComponent(
  { searchParams }: URL,
  sessions: readonly string[],
  how: SmartExtractService['component']['how'],
): Answer {
  if (!sessions.includes(searchParams.get('token') ?? '')) return html(401, '<h1>No session</h1>');
  const page = html(200, componentPage(how === 'speaks'));
  if (how === 'refusesFrames') {
    page.headers['X-Frame-Options'] = 'DENY';
    page.headers['Content-Security-Policy'] = "frame-ancestors 'none'";
  }
  return page;
}
