import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { until } from '../patience.ts';
import { Stage } from './stage.ts';

describe('Signing in and out, as the person sees it', function () {
  let stage: Stage;

  before(async () => (stage = await Stage.open()));
  after(() => stage.close());
  afterEach(async function () {
    const { workbench } = stage;
    await stage.afterTest(this.currentTest);
    for (const page of workbench.page.context().pages())
      if (page !== workbench.page) await page.close();
    await workbench.clearNotifications();
  });

  const polls = () =>
    stage.service.requests.filter(({ path }) => path.startsWith('/v1/agent-auth/token/'));
  const startSignIn = (): Promise<Page> =>
    stage.approvalPage(() => stage.workbench.runCommand('CAS Parser: Sign In'));
  /** A test may be the second try of one that got half way, so it cannot count on what the test before it left. */
  const waitingSignIn = async () => {
    const { workbench } = stage;
    if (await workbench.notification(/Signing in/).isVisible()) return;
    await startSignIn();
    await workbench.notification(/Signing in/).waitFor();
    await workbench.page.bringToFront();
  };
  const signOut = async () => {
    await stage.workbench.runCommand('CAS Parser: Sign Out');
    await stage.workbench.notificationText(/Only the dashboard can revoke it/);
    // Only three notifications fit on screen.
    await stage.workbench.clearNotifications();
  };

  /** The command is there for whoever is signed in only. */
  const beSignedOut = async () => {
    if ((await stage.workbench.creditsText(/./)).includes('Sign in')) return;
    await signOut();
  };

  it('stays out of the status bar until a command of ours has been used', async () => {
    await stage.workbench.page.waitForTimeout(4000);
    assert.equal(await stage.workbench.credits.count(), 0);
    assert.equal(stage.service.requests.length, 0);
  });

  it('offers to sign in once a command has been used, and cancels without a trace', async () => {
    const { workbench } = stage;
    await startSignIn();
    await workbench.clickNotificationButton(/Signing in to CAS Parser/, 'Cancel');
    await workbench.notification(/Signing in to CAS Parser/).waitFor({ state: 'detached' });
    await workbench.creditsText('Sign in to CAS Parser');
    await workbench.picture('signed-out');
  });

  it('signs in by approval: page, poll, key kept, credits, e-mail told', async () => {
    const { workbench, service } = stage;
    const before = service.requests.length;
    const approval = await startSignIn();
    const url = new URL(approval.url());
    assert.match(url.searchParams.get('token') ?? '', /^[0-9a-f]{64}$/);
    assert.equal(url.searchParams.get('client_name'), 'VS Code');
    for (const link of ['Open Again', 'Copy Link', 'Enter Key Instead'])
      await workbench
        .notification(/Signing in/)
        .getByRole('button', { name: link })
        .or(workbench.notification(/Signing in/).getByText(link))
        .first()
        .waitFor();
    await workbench.picture('sign-in-waiting');
    await approval.bringToFront();
    await approval.screenshot({ path: 'test-results/screenshots/sign-in-approval.png' });
    await approval.getByRole('button', { name: 'Approve' }).click();
    await workbench.page.bringToFront();
    const text = await workbench.notificationText(/Signed in as/);
    assert.equal(text, 'Signed in as sample.investor@example.com: 34 credits.');
    await workbench.creditsText('34 credits');
    await workbench.picture('signed-in');
    // The usage is asked for now and then, for the warning that credits end too early.
    const exchange = service.requests
      .slice(before)
      .filter(({ path }) => path.startsWith('/v1/') && path !== '/v1/usage');
    assert.deepEqual(
      exchange.map(({ method, path }) => `${method} ${path.split('/')[2] ?? ''}`).slice(-2),
      ['GET agent-auth', 'POST credits'],
    );
    assert.ok(polls().every(({ headers }) => headers['x-api-key'] === undefined));
    await workbench.credits.hover();
    const tooltip = workbench.page.locator('.monaco-hover:visible');
    await tooltip.getByText('sample.investor@example.com').waitFor();
    assert.match((await tooltip.innerText()).replaceAll('\u00a0', ' '), /16 of 50 credits used/);
    await workbench.picture('credits-tooltip');
    await workbench.page.keyboard.press('Escape');
    await workbench.page.mouse.move(700, 450);
  });

  it('is still signed in after the window was loaded again, with a single call for the credits', async () => {
    const { workbench, service, hosted, workspace } = stage;
    const before = service.requests.length;
    await workbench.goto(hosted.address(workspace));
    await workbench.creditsText('34 credits');
    await workbench.page.waitForTimeout(3000);
    assert.deepEqual(
      service.requests.slice(before).map(({ path }) => path),
      ['/v1/credits'],
    );
  });

  it('shows the menu behind the status bar item', async () => {
    const { workbench } = stage;
    await workbench.credits.click();
    for (const entry of ['Parse CAS PDF', 'Refresh Credits', 'Open Dashboard', 'Sign Out'])
      await workbench.page
        .locator('.quick-input-list .monaco-list-row', { hasText: entry })
        .waitFor();
    await workbench.picture('credits-menu');
    await workbench.pick('Refresh Credits');
    await workbench.page.locator('.statusbar', { hasText: 'CAS Parser: 34 credits' }).waitFor();
  });

  it('warns at three credits or fewer', async () => {
    const { workbench, service } = stage;
    service.account.used = 47;
    await workbench.runCommand('CAS Parser: Refresh Credits');
    await workbench.creditsText('3 credits');
    assert.match((await workbench.credits.getAttribute('class')) ?? '', /warning-kind/);
    await workbench.picture('credits-low');
    service.account.used = 15.5;
  });

  it('shows fractions and unlimited credits as they are', async () => {
    const { workbench, service } = stage;
    await workbench.runCommand('CAS Parser: Refresh Credits');
    await workbench.creditsText('34.5 credits');
    service.account.unlimited = true;
    await workbench.runCommand('CAS Parser: Refresh Credits');
    await workbench.creditsText('∞ credits');
    service.account.unlimited = false;
  });

  it('signs out, says what that does not do, and stays signed out', async () => {
    const { workbench, hosted, workspace } = stage;
    await signOut();
    await workbench.creditsText('Sign in to CAS Parser');
    await workbench.goto(hosted.address(workspace));
    await workbench.creditsText('Sign in to CAS Parser');
  });

  it('has one sign-in at a time: a second command opens the same page', async () => {
    const first = await startSignIn();
    const second = await startSignIn();
    assert.equal(second.url(), first.url());
    assert.equal(await stage.workbench.notification(/Signing in/).count(), 1);
  });

  it('copies the link on demand', async () => {
    const { workbench } = stage;
    await waitingSignIn();
    await workbench
      .notification(/Signing in/)
      .getByText('Copy Link')
      .click();
    await workbench.page.locator('.statusbar', { hasText: 'Sign-in link copied' }).waitFor();
    const link = await workbench.page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, /\/agent-auth\?token=[0-9a-f]{64}&client_name=VS%20Code$/);
  });

  it('keeps asking while the network fails, and does not mind a refused poll', async () => {
    const { workbench, service } = stage;
    await waitingSignIn();
    service.misbehave({ on: 'approval-poll', times: 1, how: 'drop-before' });
    service.misbehave({
      on: 'approval-poll',
      times: 1,
      status: 429,
      headers: { 'retry-after': '7' },
      body: { detail: 'Too many requests' },
    });
    const before = polls().length;
    await until(() => polls().length >= before + 3, 'The third question after that');
    const [, limited, next] = polls().slice(before);
    assert.ok(limited && next && next.at - limited.at >= 7000, 'Retry-After is obeyed');
    assert.equal(await workbench.notification(/Signing in/).count(), 1);
  });

  it('takes a typed key instead, checked before it is kept', async () => {
    const { workbench, service } = stage;
    await beSignedOut();
    await waitingSignIn();
    await workbench
      .notification(/Signing in/)
      .getByText('Enter Key Instead')
      .click();
    await workbench.answer('CAS Parser API Key', 'sk_ffffffffffffffffffffffffffffffff');
    await workbench.notificationText(/refuses your API key/);
    await workbench.creditsText('Sign in to CAS Parser');
    await workbench.breathe();
    await workbench.clickNotificationButton(/refuses your API key/, 'Enter API Key');
    await workbench.answer('CAS Parser API Key', ` ${service.key} `);
    await workbench.notificationText(/The API key works: 34\.5 credits/);
    await workbench.creditsText('34.5 credits');
    assert.equal(await workbench.notification(/Signing in/).count(), 0, 'no second sign-in starts');
  });

  it('refuses an empty key and one with spaces in the box itself', async () => {
    const { workbench, service } = stage;
    const before = service.requests.length;
    await workbench.runCommand('CAS Parser: Enter API Key');
    for (const [typed, says] of [
      ['   ', /Paste the key/],
      ['sk_ 12', /no spaces/],
    ] as const) {
      await workbench.quickInput.fill(typed);
      await workbench.page.locator('.quick-input-message', { hasText: says }).waitFor();
    }
    await workbench.page.keyboard.press('Escape');
    const tried = service.requests.slice(before).map(({ headers }) => headers['x-api-key']);
    assert.ok(tried.every((key) => key === undefined || key === service.key));
  });

  it('ends a waiting sign-in when a key arrives in another way', async () => {
    const { workbench, service } = stage;
    await beSignedOut();
    await startSignIn();
    await workbench.runCommand('CAS Parser: Enter API Key');
    await workbench.answer('CAS Parser API Key', service.key);
    await workbench.notificationText(/You are signed in to CAS Parser/);
    assert.equal(await workbench.notification(/Signing in/).count(), 0);
  });

  it('forgets a delivered key that the service refuses', async () => {
    const { workbench, service } = stage;
    await beSignedOut();
    const approval = await startSignIn();
    service.misbehave({
      on: 'credits',
      times: 1,
      status: 401,
      body: { status: 'failed', msg: 'Invalid API key' },
    });
    await approval.getByRole('button', { name: 'Approve' }).click();
    await workbench.page.bringToFront();
    await workbench.notificationText(/refuses your API key/);
    await workbench.creditsText('Sign in to CAS Parser');
  });

  it('keeps a delivered key whose credits cannot be looked up', async () => {
    const { workbench, service } = stage;
    await beSignedOut();
    const approval = await startSignIn();
    service.misbehave({ on: 'credits', times: 1, status: 503, body: 'away' });
    await approval.getByRole('button', { name: 'Approve' }).click();
    await workbench.page.bringToFront();
    await workbench.notificationText(/credits could not be looked up yet/);
    await workbench.runCommand('CAS Parser: Refresh Credits');
    await workbench.creditsText('34.5 credits');
  });

  it('stops at a state that nobody documented', async () => {
    const { workbench, service } = stage;
    await beSignedOut();
    service.misbehave({ on: 'approval-poll', times: 1, status: 200, body: { status: 'denied' } });
    await startSignIn();
    await workbench.notificationText(/ended the sign-in with the state “denied”/);
    await workbench.clickNotificationButton(/state “denied”/, 'Sign In Again');
    await workbench.notificationText(/Signing in to CAS Parser/);
    await workbench.clickNotificationButton(/Signing in to CAS Parser/, 'Cancel');
  });

  it('sends nothing to a changed address before the person signs in there', async () => {
    const { workbench, service } = stage;
    await stage.set({});
    await stage.signInWithKey();
    // The usage may be asked for just then, with the key and the address that belong together.
    const sent = () => service.requests.filter(({ path }) => path !== '/v1/usage').length;
    const before = sent();
    await stage.set({ 'casParser.apiBaseUrl': 'https://casparser.invalid' });
    await workbench.runCommand('CAS Parser: Refresh Credits');
    await workbench.page
      .locator('.quick-input-title', { hasText: 'How do you want to use' })
      .waitFor();
    await workbench.pick('Use Sandbox');
    await workbench.notificationText(/casparser\.invalid cannot be found.*Nothing was sent/s);
    await stage.set({ 'casParser.apiBaseUrl': 'http://casparser.example' });
    await workbench.runCommand('CAS Parser: Sign In');
    await workbench.notificationText(/not a plain https:\/\/ address, so nothing was sent/);
    assert.equal(sent(), before);
    await stage.set({});
    await workbench.runCommand('CAS Parser: Refresh Credits');
    await workbench.creditsText('34.5 credits');
  });
});
