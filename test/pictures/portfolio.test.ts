import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Stage } from '../ui/stage.ts';

const answers = join(import.meta.dirname, '../fixtures/answers');
const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'hc-dark': 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
};

/** For people to look at: `npm test -- pictures` leaves them in test-results/screenshots. */
describe('The portfolio', () => {
  let stage: Stage;

  before(async () => {
    stage = await Stage.open();
    await copyFile(join(answers, 'cdsl.json'), join(stage.workspace, 'cdsl.cas.json'));
  });
  after(() => stage.close());
  afterEach(() => stage.workbench.closeAllEditors());

  for (const [name, theme] of Object.entries(themes)) {
    it(`is pictured in ${name}, narrow and wide`, async () => {
      const { workbench } = stage;
      await stage.set({ 'workbench.colorTheme': theme });
      await workbench.explorerRow('cdsl.cas.json').dblclick();
      await workbench.portfolio('Sample Investor');
      await workbench.picture(`portfolio-${name}-in-the-editor`);
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
      for (const width of [400, 800, 1400]) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await workbench.portfolio('Sample Investor');
        await workbench.page.waitForTimeout(300);
        await workbench.picture(`portfolio-${name}-${width}`);
      }
      await workbench.runCommand('View: Show Explorer');
      await workbench.explorerRow('cdsl.cas.json').waitFor();
    });
  }
});
