import assert from 'node:assert/strict';

import { componentUrl, sessionOf } from '../../../src/connections/smartExtract/smartExtract.ts';
import { readPages, readSheet } from '../../../src/service/smartExtract/documentPart.ts';
import { extractDocument } from '../../../src/service/smartExtract/extractDocument.ts';
import {
  readComponentEvent,
  readComponentPage,
} from '../../../src/views/smartExtract/componentMessages.ts';
import {
  readWorkbook,
  workbookName,
  workbookText,
} from '../../../src/views/smartExtract/workbookFile.ts';
import { never } from '../http/extensionClient.ts';
import { SmartExtractStage, connect } from './rows/smartExtractRows.ts';
import { problemIn } from './rows/systemRow.ts';

describe('SmartExtract', () => {
  let stage: SmartExtractStage;
  beforeEach(async () => (stage = await SmartExtractStage.open()));
  afterEach(() => stage.close());

  it('tells its two 401s apart [S2-8] [S2-9]', async () => {
    const { production } = stage.smartExtract;
    const wrong = await problemIn(connect(stage, 'production', { ...production, secret: 'sxs_x' }));
    assert.equal(wrong.kind, 'signInRefused');
    assert.equal(wrong.details.serviceSays, 'Invalid credentials provided');
    production.disabled = true;
    const disabled = await problemIn(connect(stage, 'production', production));
    assert.equal(disabled.kind, 'apiKeyDisabled');
    assert.equal(disabled.details.host, new URL(stage.smartExtract.origin).host);
    assert.equal(stage.vault.kept.size, 0);
  });

  it('has keys of its own in each environment [S2-3]', async () => {
    const { production, staging } = stage.smartExtract;
    assert.equal((await problemIn(connect(stage, 'staging', production))).kind, 'signInRefused');
    const both = [
      await connect(stage, 'production', production),
      await connect(stage, 'staging', staging),
    ];
    assert.deepEqual(await stage.accounts.listOf('smartExtract'), both);
    assert.equal(await stage.accounts.current(), undefined, 'neither parses statements');
  });

  it('opens a session for each use, and keeps none [S2-6] [S2-7]', async () => {
    const account = await connect(stage, 'production', stage.smartExtract.production);
    const before = stage.smartExtract.sessions.length;
    const tokens = [
      await sessionOf(stage, account, never()),
      await sessionOf(stage, account, never()),
    ];
    assert.deepEqual(stage.smartExtract.sessions.slice(before), tokens);
    assert.equal(new Set(tokens).size, 2);
    const kept = [...stage.vault.kept.values()].join();
    for (const token of tokens) assert.ok(!kept.includes(token));
    const sent = stage.smartExtract.requests[0];
    assert.equal(sent?.headers['content-type'], 'application/json');
    assert.equal(sent.headers['x-api-key'], undefined);
  });

  it('puts the token into the address of the component, and nowhere but there [S2-7]', () => {
    const template = 'https://app.clik.ai/{app}?token={token}';
    assert.equal(
      componentUrl(template, 'production', 'a/b&c=d').href,
      'https://app.clik.ai/smart-extract?token=a%2Fb%26c%3Dd',
    );
    assert.equal(
      componentUrl(template, 'staging', '$&').href,
      'https://app.clik.ai/smart-extract-stg?token=%24%26',
    );
    for (const bad of [
      'http://app.clik.ai/{app}?token={token}',
      'https://app.clik.ai/{app}',
      'https://{token}.evil.example/',
      'javascript:alert(1)//{token}',
      '',
    ])
      assert.throws(() => componentUrl(bad, 'production', 'sx_1'), /addressInvalid/, bad);
  });

  it('extracts a document with key and secret, and names the role that is missing', async () => {
    const { production, origin } = stage.smartExtract;
    const api = { path: '/smart-extract-api', origin };
    const call = stage.callAt(new URL(origin));
    const document = {
      fileName: 'statement.xlsx',
      mediaType: 'application/octet-stream',
      bytes: Buffer.from('cells'),
      documentType: 'OPERATING_STATEMENT',
      assetType: 'MULTIFAMILY',
      period: { from: '2026-01-01', to: '2026-06-30' },
    };
    const manner = { signal: never(), onWait: () => undefined };
    const text = await extractDocument(call, api, production, document, manner);
    assert.match(text, /Invented Tenant/);
    const sent = stage.smartExtract.requests.at(-1);
    const basic = Buffer.from(`${production.key}:${production.secret}`).toString('base64');
    assert.equal(sent?.headers.authorization, `Basic ${basic}`);
    production.roles = [];
    const refused = await problemIn(extractDocument(call, api, production, document, manner));
    assert.equal(refused.kind, 'scopeMissing');
    assert.match(refused.details.serviceSays ?? '', /DATA_EXTRACTION/);
    assert.ok(!JSON.stringify(stage.log).includes(basic));
  });

  it('takes messages of the page, and of the component in either usual shape', () => {
    assert.deepEqual(readComponentPage({ type: 'frame', message: 1 }), {
      type: 'frame',
      message: 1,
    });
    for (const odd of [undefined, 'save', { type: 'run' }, { type: 'open' }])
      assert.equal(readComponentPage(odd), undefined);
    assert.deepEqual(readComponentEvent('ready'), { name: 'ready' });
    assert.deepEqual(readComponentEvent({ event: 'ready' }), { name: 'ready' });
    const documentData = { rows: [1] };
    for (const message of [
      { event: 'data', detail: { documentData } },
      { documentData },
      { type: 'data', detail: documentData },
      JSON.stringify({ type: 'data', detail: { documentData, workbookData: null } }),
    ])
      assert.deepEqual(readComponentEvent(message), { name: 'data', data: { documentData } });
    assert.deepEqual(readComponentEvent('{"event":"ready"}'), { name: 'ready' });
    for (const other of [null, 7, 'hello', {}, { type: 'resize' }])
      assert.deepEqual(readComponentEvent(other), { name: 'other' });
  });

  it('keeps the workbook beside the plain data, as it is, to be edited again', () => {
    const documentData = { rows: [1] };
    const workbookData = { sheets: [{ formula: '=SUM(A1:A9)', colour: '#fff', nothing: null }] };
    const detail = { documentData, workbookData };
    assert.deepEqual(readComponentEvent({ type: 'data', detail }), { name: 'data', data: detail });
    assert.deepEqual(readComponentEvent({ type: 'data', detail: { workbookData } }), {
      name: 'data',
      data: { documentData: workbookData, workbookData },
    });
    const kept = { fileName: 'rent-roll.xlsx', workbookData };
    assert.deepEqual(readWorkbook(workbookText(kept)), kept);
    assert.equal(workbookName('rent-roll.xlsx'), 'rent-roll.smartextract.json');
    for (const other of [
      '',
      'no JSON',
      '{}',
      '[]',
      '{"fileName":"a"}',
      '{"fileName":"a","workbookData":null}',
    ])
      assert.equal(readWorkbook(other), undefined, other);
  });

  for (const [typed, part] of [
    ['', {}],
    ['3', { from: 3, to: 3 }],
    [' 2 - 5 ', { from: 2, to: 5 }],
    ['2\u20135', { from: 2, to: 5 }],
    ['4-', { from: 4 }],
    ['-4', { to: 4 }],
  ] as const)
    it(`extracts the pages ${JSON.stringify(typed)} as ${JSON.stringify(part)}`, async () => {
      const { production, origin } = stage.smartExtract;
      const pages = readPages(typed);
      assert.deepEqual(pages, part);
      const document = {
        fileName: 'rent-roll.pdf',
        mediaType: 'application/pdf',
        bytes: Buffer.from('%PDF-'),
        documentType: 'RENT_ROLL',
        assetType: 'MULTIFAMILY',
        part: pages,
      };
      const text = await extractDocument(
        stage.callAt(new URL(origin)),
        { path: '/smart-extract-api', origin },
        production,
        document,
        { signal: never(), onWait: () => undefined },
      );
      const { taggingData } = JSON.parse(text) as { taggingData: object };
      assert.deepEqual(taggingData, {
        documentType: 'RENT_ROLL',
        assetType: 'MULTIFAMILY',
        ...part,
      });
    });

  it('takes nothing for pages, or for a sheet, that is none', () => {
    for (const typed of ['0', '5-2', '1-2-3', '-', 'all', '1,2', '2.5', '999999'])
      assert.equal(readPages(typed), undefined, typed);
    assert.deepEqual(readSheet('2'), { sheet: 2 });
    assert.deepEqual(readSheet(' '), {});
    for (const typed of ['0', '-1', 'Sheet1']) assert.equal(readSheet(typed), undefined, typed);
  });
});
