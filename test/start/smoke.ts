import assert from 'node:assert/strict';
import { Stage, passwordOf } from '../ui/stage.ts';

/**
 * The whole journey, headless: sign in, approve, parse an encrypted PDF from the context menu, see the portfolio, see
 * one credit less. Says what it saw and keeps a picture of each step.
 * @returns whether everything was as it should be
 */
export async function smoke(): Promise<boolean> {
  const file = 'cams-kfintech-detailed.pdf';
  const stage = await Stage.open();
  const { workbench, service } = stage;
  let steps = 0;
  const saw = async (what: string, picture: string) => {
    steps += 1;
    await workbench.picture(`smoke-${steps}-${picture}`);
    console.log(`${steps}. ${what}`);
  };
  try {
    await saw('VS Code with the packaged extension and a folder of statements', 'open');

    const approval = await stage.approvalPage(() => workbench.runCommand('CAS Parser: Sign In'));
    await workbench.notificationText('Signing in to CAS Parser');
    await saw('the sign-in waits for the approval in the browser', 'waiting');
    await approval.getByRole('button', { name: 'Approve' }).click();
    await approval.getByText('Approved').waitFor();
    await approval.close();
    const welcome = await workbench.notificationText('Signed in as');
    const before = await workbench.creditsText(/^\s*34 credits/);
    await saw(`“${welcome}”; the status bar says “${before.trim()}”`, 'signed-in');

    await stage.parseFromExplorer(file);
    await workbench.page
      .locator('.quick-input-title', { hasText: `Password of ${file}` })
      .waitFor();
    await saw('the context menu of an encrypted PDF leads to its password', 'password');
    await workbench.answer(`Password of ${file}`, passwordOf(file));
    const page = await workbench.portfolio('₹86,902.32');
    const investor = await page.getByRole('heading', { level: 1 }).innerText();
    assert.equal(investor, 'Sample Investor');
    const after = await workbench.creditsText(/^\s*33 credits/);
    await saw(`the portfolio of ${investor}: ₹86,902.32`, 'portfolio');

    const parses = service.requests.filter(({ path }) => path === '/v4/smart/parse');
    assert.deepEqual(
      parses.map(({ answered, billed }) => [answered, billed]),
      [[200, 1]],
    );
    console.log(`${steps + 1}. the status bar says “${after.trim()}”: one upload, one credit`);
    console.log('\nThe pictures are in test-results/screenshots.');
    return true;
  } catch (error) {
    await workbench.picture('smoke-failed');
    console.error(error);
    return false;
  } finally {
    await stage.close();
  }
}
