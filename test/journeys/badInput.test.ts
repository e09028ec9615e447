import assert from 'node:assert/strict';
import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Misbehaviour } from '../service/misbehaviour.ts';
import type { RecordedRequest } from '../service/recorder.ts';
import { until } from '../patience.ts';
import { Stage, passwordOf } from '../ui/stage.ts';

interface Row {
  readonly what: string;
  readonly file?: string;
  readonly misbehaviour?: Omit<Misbehaviour, 'on'>;
  readonly account?: { revoked?: boolean; used?: number; features?: string[] };
  /** What the notification must say. */
  readonly says: RegExp;
  readonly button?: string;
  /** What must have gone over the wire. */
  readonly parses: number;
  readonly creditsAsked?: boolean;
  readonly billed?: number;
  /** The usage log tells what became of it. */
  readonly lookedUp?: true;
}

const json = (status: number, body: unknown): Omit<Misbehaviour, 'on'> => ({ status, body });
const failed = (status: number, msg: string, code?: string) =>
  json(status, { status: 'failed', msg, ...(code === undefined ? {} : { code }) });
const authFailed =
  'Authentication failed: API quota exceeded or invalid API key. Please check your API key or quota limits.';

const rows: readonly Row[] = [
  {
    what: 'an empty file',
    file: 'empty.pdf',
    says: /empty\.pdf is empty/,
    button: 'Choose PDF',
    parses: 0,
  },
  {
    what: 'a file that is no PDF',
    file: 'not-a-pdf.pdf',
    says: /not-a-pdf\.pdf is not a PDF/,
    button: 'Choose PDF',
    parses: 0,
  },
  {
    what: 'a file over 10 MB',
    file: 'too-large.pdf',
    says: /too-large\.pdf is larger than the 10 MB/,
    button: 'Choose PDF',
    parses: 0,
  },
  {
    what: 'a PDF that is not a statement',
    file: 'not-a-statement.pdf',
    says: /is not a statement that CAS Parser knows.*nothing was charged.*req_/s,
    button: 'Choose PDF',
    parses: 1,
  },
  {
    what: 'a truncated PDF',
    file: 'truncated.pdf',
    says: /cannot read truncated\.pdf; it has to be the original PDF/,
    button: 'Choose PDF',
    parses: 1,
  },
  {
    what: 'an unsupported format (422)',
    misbehaviour: failed(422, 'Format not known', 'UNSUPPORTED_FORMAT'),
    says: /is not a statement that CAS Parser knows/,
    button: 'Choose PDF',
    parses: 1,
  },
  {
    what: 'a tampered or scanned PDF',
    misbehaviour: failed(400, 'The PDF looks tampered'),
    says: /has to be the original PDF, not a scan/,
    button: 'Choose PDF',
    parses: 1,
  },
  {
    what: 'a missing key (401)',
    misbehaviour: failed(401, 'Authentication failed: API key is missing.'),
    says: /refuses your API key.*Sign in again/s,
    button: 'Sign In',
    parses: 1,
  },
  {
    what: 'a revoked key (403, and the credits are refused too)',
    account: { revoked: true },
    says: /refuses your API key/,
    button: 'Sign In',
    parses: 1,
    creditsAsked: true,
  },
  {
    what: 'used-up credits (402)',
    misbehaviour: failed(402, 'No credits remaining', 'INSUFFICIENT_CREDITS'),
    says: /credits are used up/,
    button: 'Parse on This Computer',
    parses: 1,
  },
  {
    what: 'used-up credits (403, told apart by the credits call)',
    account: { used: 50 },
    says: /credits are used up/,
    button: 'Open Billing',
    parses: 1,
    creditsAsked: true,
  },
  {
    what: 'a plan without the feature (403, told apart by the credits call)',
    account: { features: ['inbox_pull'] },
    says: /plan does not include parsing/,
    button: 'Open Billing',
    parses: 1,
    creditsAsked: true,
  },
  {
    what: 'a 403 that the credits call cannot explain',
    misbehaviour: json(403, { status: 'error', msg: authFailed }),
    says: /refuses the request \(HTTP 403\).*quota exceeded or invalid API key/s,
    button: 'Show Log',
    parses: 1,
    creditsAsked: true,
  },
  {
    what: 'a rate limit that does not end',
    misbehaviour: {
      ...failed(429, 'Too many requests', 'RATE_LIMITED'),
      headers: { 'retry-after': '1' },
    },
    says: /accepts no more requests for now; try again in 1 seconds/,
    button: 'Try Again',
    parses: 3,
  },
  {
    what: 'a refused payload (413, an HTML page)',
    misbehaviour: json(413, '<html><title>413 Request Entity Too Large</title></html>'),
    says: /too large for the servers of .*, whatever the plan; nothing was charged/,
    button: 'Parse on This Computer',
    parses: 1,
  },
  {
    what: 'a file too large for the service (422)',
    misbehaviour: failed(422, 'File too large', 'FILE_TOO_LARGE'),
    says: /is larger than the 10 MB that CAS Parser reads/,
    button: 'Parse on This Computer',
    parses: 1,
  },
  {
    what: 'an internal error (500), which is never sent again by itself',
    misbehaviour: failed(500, 'Internal server error'),
    says: /out of order.*HTTP 500.*may have been charged/s,
    button: 'Try Again',
    parses: 1,
  },
  {
    what: 'a gateway error (502, an HTML page)',
    misbehaviour: json(502, '<html><h1>502 Bad Gateway</h1></html>'),
    says: /out of order.*HTTP 502.*may have been charged/s,
    button: 'Try Again',
    parses: 1,
  },
  {
    what: 'a service that is away (503 with Retry-After, not processed)',
    lookedUp: true,
    misbehaviour: { ...failed(503, 'Maintenance'), headers: { 'retry-after': '1' } },
    says: /out of order.*HTTP 503.*Nothing was charged/s,
    button: 'Try Again',
    parses: 3,
  },
  {
    what: 'a gateway timeout (504)',
    misbehaviour: failed(504, 'Timed out', 'TIMEOUT'),
    says: /out of order.*HTTP 504.*may have been charged/s,
    button: 'Try Again',
    parses: 1,
  },
  {
    what: 'an access token where a key belongs (400, detail)',
    misbehaviour: json(400, { detail: 'Access tokens cannot be used for this.' }),
    says: /refuses the request \(HTTP 400\): “Access tokens cannot be used for this\.”/,
    button: 'Show Log',
    parses: 1,
  },
  {
    what: 'HTTP 200 with status "failed"',
    misbehaviour: failed(200, 'Unable to detect CAS type'),
    says: /is not a statement that CAS Parser knows/,
    button: 'Choose PDF',
    parses: 1,
  },
  {
    what: 'an answer that is a web page',
    misbehaviour: json(200, '<html><title>Hotel Wi-Fi</title></html>'),
    says: /is not JSON; a proxy or sign-in page may stand between.*may have been charged/s,
    button: 'Try Again',
    parses: 1,
  },
  {
    what: 'an answer of another shape',
    misbehaviour: json(200, { hello: ['world'] }),
    says: /answered in a form that this version does not know/,
    button: 'Show Answer',
    parses: 1,
  },
  {
    what: 'half an answer in a complete message',
    misbehaviour: json(200, '{"meta": {"cas_ty'),
    says: /was cut off.*may have been charged/s,
    button: 'Try Again',
    parses: 1,
  },
  {
    what: 'a connection that breaks in the middle of the answer',
    lookedUp: true,
    misbehaviour: { how: 'cut-off' },
    says: /was parsed and paid for, but its portfolio was lost/,
    button: 'Parse Again (1 Credit)',
    parses: 1,
    billed: 1,
  },
  {
    what: 'a connection that breaks before the upload is read',
    lookedUp: true,
    misbehaviour: { how: 'drop-before' },
    // Whether it was is known only once the service has had its time.
    says: /closed the connection without an answer.*may have been charged/s,
    button: 'Try Again',
    parses: 1,
  },
  {
    what: 'a connection that breaks after the work was done and billed',
    lookedUp: true,
    misbehaviour: { how: 'drop-after' },
    says: /was parsed and paid for, but its portfolio was lost/,
    button: 'Parse Again (1 Credit)',
    parses: 1,
    billed: 1,
  },
  {
    what: 'a redirect, which must not be followed with the key',
    misbehaviour: { status: 307, headers: { location: '/v1/credits' }, body: {} },
    says: /sends requests on to .*your key goes nowhere by itself; nothing was charged/s,
    button: 'Try Again',
    parses: 1,
  },
];

describe('Bad input and a bad service, as the person sees it', function () {
  let stage: Stage;

  before(async () => {
    // As long as an answer that never comes is waited for.
    stage = await Stage.open({ settings: { 'casParser.parseTimeout': 5 } });
    await stage.signInWithKey();
  });
  after(() => stage.close());
  afterEach(async function () {
    const { service, workbench } = stage;
    await stage.afterTest(this.currentTest);
    service.behave();
    Object.assign(service.account, { revoked: false, used: 15.5, features: allFeatures });
    await workbench.clearNotifications();
  });

  let allFeatures: string[];
  const parsesSince = (start: number): RecordedRequest[] =>
    stage.service.requests.slice(start).filter(({ path }) => path === '/v4/smart/parse');

  before(() => {
    allFeatures = [...stage.service.account.features];
  });

  for (const row of rows) {
    it(`tells about ${row.what}`, async () => {
      const { service, workbench } = stage;
      const start = service.requests.length;
      Object.assign(service.account, row.account);
      if (row.misbehaviour) service.misbehave({ on: 'parse', ...row.misbehaviour });
      // Where the usage log is asked first, it cannot tell, except where the row is about that.
      if (row.lookedUp !== true) service.misbehave({ on: 'usage', ...failed(403, 'Not now') });
      const pages = workbench.page.frames().length;

      await stage.parseFromExplorer(row.file ?? 'no-password.pdf');
      const text = await workbench.notificationText(row.says);

      assert.doesNotMatch(text, /at .*\.(ts|cjs):|\bError\b|undefined|\[object/);
      if (row.button !== undefined)
        await workbench.notification(row.says).getByRole('button', { name: row.button }).waitFor();
      const parses = parsesSince(start);
      assert.equal(parses.length, row.parses, 'number of uploads');
      assert.equal(
        parses.reduce((sum, { billed }) => sum + billed, 0),
        row.billed ?? 0,
        'credits billed',
      );
      if (row.creditsAsked)
        assert.ok(
          service.requests.slice(start).some(({ path }) => path === '/v1/credits'),
          'the credits were asked for',
        );
      assert.equal(workbench.page.frames().length, pages, 'no portfolio opens');
    });
  }

  it('tells about a file that has gone meanwhile', async () => {
    const { workbench, workspace, service } = stage;
    const start = service.requests.length;
    const gone = join(workspace, 'gone.pdf');
    await writeFile(gone, '%PDF-1.7');
    const row = workbench.explorerRow('gone.pdf');
    await row.click({ button: 'right' });
    await unlink(gone);
    await workbench.chooseFromOpenMenu('Parse CAS PDF');
    await workbench.notificationText(/gone\.pdf is not there any more/);
    assert.equal(parsesSince(start).length, 0);
  });

  it('warns about a large file and sends it all the same', async () => {
    const start = stage.service.requests.length;
    await stage.parseFromExplorer('big-1.8mb.pdf');
    await stage.workbench.notificationText(/has 1\.\d MB\. CAS Parser’s servers may refuse/);
    await until(() => parsesSince(start).length > 0, 'The upload');
    assert.equal(parsesSince(start).length, 1);
  });

  for (const [how, rule] of [
    ['400, the ambiguous sentence', undefined],
    ['422 INVALID_PASSWORD', failed(422, 'Invalid password for PDF', 'INVALID_PASSWORD')],
    ['200 with status failed', failed(200, 'Invalid password for PDF')],
  ] as const) {
    it(`asks again for a wrong password (${how}) and goes on with the same file`, async () => {
      const { service, workbench } = stage;
      const start = service.requests.length;
      if (rule) service.misbehave({ on: 'parse', times: 1, ...rule });
      await stage.parseFromExplorer('cdsl-ecas.pdf');
      await workbench.answer('Password of cdsl-ecas.pdf', 'wrong-password');
      const reason = workbench.page.locator('.quick-input-message', {
        hasText: /password is wrong/,
      });
      await reason.waitFor();
      assert.match(await reason.innerText(), /Nothing was charged/);
      await workbench.answer('Password of cdsl-ecas.pdf', passwordOf('cdsl-ecas.pdf'));
      await workbench.portfolio('Sample Investor');
      const parses = parsesSince(start);
      assert.deepEqual(
        parses.map(({ billed }) => billed),
        [0, 1],
      );
      await workbench.closeAllEditors();
    });
  }

  it('sends the PDF again as `file` when the service says that no PDF came', async () => {
    const { service, workbench } = stage;
    const start = service.requests.length;
    service.misbehave({ on: 'parse', times: 1, ...failed(400, 'No PDF file provided') });
    await stage.parseFromExplorer('no-password.pdf');
    await workbench.portfolio('Sample Investor');
    const names = parsesSince(start).map(({ parts }) => parts?.map(({ name }) => name));
    assert.deepEqual(names, [['pdf_file'], ['file']]);
    await workbench.closeAllEditors();
  });

  it('waits as long as the service asks and then goes on', async () => {
    const { service, workbench } = stage;
    const start = service.requests.length;
    service.misbehave({
      on: 'parse',
      times: 1,
      ...failed(429, 'Too many requests'),
      headers: { 'retry-after': '2' },
    });
    await stage.parseFromExplorer('no-password.pdf');
    await workbench.notificationText(/waiting for the service until/);
    await workbench.portfolio('Sample Investor');
    const [first, second] = parsesSince(start);
    assert.ok(first && second && second.at - first.at >= 2000, 'the second comes after the wait');
    await workbench.closeAllEditors();
  });

  it('gives up on a service that does not answer, without sending again', async () => {
    const { service, workbench } = stage;
    const start = service.requests.length;
    service.misbehave({ on: 'parse', how: 'hang' });
    await stage.parseFromExplorer('no-password.pdf');
    await workbench.notificationText(/did not answer in time.*may have been charged/s);
    assert.equal(parsesSince(start).length, 1);
  });

  it('says that a credit may be gone where the usage log does not tell', async () => {
    const { service, workbench } = stage;
    service.misbehave({ on: 'parse', times: 1, how: 'drop-after' });
    service.misbehave({ on: 'usage', ...failed(403, 'Not in your plan') });
    await stage.parseFromExplorer('no-password.pdf');
    await workbench.notificationText(/closed the connection.*may have been charged/s);
    service.behave();
    const start = service.requests.length;
    await stage.parseSameFromExplorer('no-password.pdf');
    await workbench.notificationText(/was parsed and paid for, but its portfolio was lost/);
    assert.equal(parsesSince(start).length, 0, 'it is looked up before anything is sent');
    await workbench.clickNotificationButton(/was lost on the way/, 'Parse Again');
    await workbench.portfolio('Sample Investor');
    assert.equal(parsesSince(start).length, 1);
    await workbench.closeAllEditors();
  });

  it('can be cancelled, and says that a credit may be gone', async () => {
    const { service, workbench } = stage;
    const start = service.requests.length;
    service.misbehave({ on: 'parse', how: 'late', delayMs: 3_600_000 });
    await stage.parseFromExplorer('no-password.pdf');
    await workbench.notificationText(/Parsing no-password\.pdf/);
    await until(() => parsesSince(start)[0]?.billed === 1, 'The bill');
    await workbench.clickNotificationButton(/Parsing no-password\.pdf/, 'Cancel');
    await workbench.notificationText(/Cancelled after no-password\.pdf had been sent/);
    assert.deepEqual(
      parsesSince(start).map(({ billed }) => billed),
      [1],
    );
  });

  it('shows an answer of another shape instead of losing it', async () => {
    const { service, workbench } = stage;
    service.misbehave({ on: 'parse', ...json(200, { hello: ['world'] }) });
    await stage.parseFromExplorer('no-password.pdf');
    await workbench.notificationText(/in a form that this version does not know/);
    await workbench.clickNotificationButton(/in a form that/, 'Show Answer');
    await workbench.page.locator('.view-lines', { hasText: '"world"' }).waitFor();
    await workbench.closeAllEditors();
  });

  it('goes on with the same file after the key was replaced', async () => {
    const { service, workbench } = stage;
    service.misbehave({ on: 'parse', times: 1, ...failed(401, 'Invalid API key') });
    await stage.parseFromExplorer('no-password.pdf');
    await workbench.clickNotificationButton(/refuses your API key/, 'Enter API Key');
    await workbench.answer('CAS Parser API Key', service.key);
    await workbench.portfolio('Sample Investor');
    await workbench.closeAllEditors();
  });

  it('tells about a service that accepts no connection', async () => {
    const { service, workbench } = stage;
    await service.close();
    await stage.parseFromExplorer('no-password.pdf');
    await workbench.notificationText(/accepts no connection\. Nothing was sent/);
  });
});
