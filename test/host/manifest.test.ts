import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { batchCommandIds, commandIds } from '../../src/commands/ids.ts';
import { manifest, theExtension } from './extension.ts';

describe('The manifest', () => {
  it('contributes exactly the commands that the code registers, links of notifications apart', () => {
    const contributed = manifest().contributes.commands.map(({ command }) => command);
    assert.deepEqual(contributed.toSorted(), [...commandIds, ...batchCommandIds].toSorted());
  });

  it('has the names that others rely on [S0-1]', () => {
    const { commands, customEditors, configuration } = manifest().contributes;
    const titles = Object.fromEntries(
      commands.map(({ command, category, title }) => [command, `${category}: ${title}`]),
    );
    assert.equal(titles['casParser.signIn'], 'CAS Parser: Sign In');
    assert.equal(titles['casParser.signOut'], 'CAS Parser: Sign Out');
    assert.equal(titles['casParser.enterApiKey'], 'CAS Parser: Enter API Key');
    assert.equal(titles['casParser.useSandbox'], 'CAS Parser: Use Sandbox');
    assert.equal(titles['casParser.parsePdf'], 'CAS Parser: Parse CAS PDF');
    assert.equal(titles['casParser.refreshCredits'], 'CAS Parser: Refresh Credits');
    assert.equal(titles['casParser.showLog'], 'CAS Parser: Show Log');
    assert.deepEqual(
      customEditors.map(({ viewType, selector }) => [viewType, selector[0]?.filenamePattern]),
      [['casParser.portfolio', '*.cas.json']],
    );
    const { properties } = configuration;
    assert.equal(properties['casParser.apiBaseUrl']?.default, 'https://api.casparser.in');
    assert.equal(properties['casParser.appBaseUrl']?.default, 'https://app.casparser.in');
  });

  it('lets a workspace name gateways, when it is trusted, and set nothing else', () => {
    const { contributes, capabilities } = manifest();
    for (const [name, { scope }] of Object.entries(contributes.configuration.properties))
      // The editor loses settings of the scope `machine` while a remote window is open, and tells nobody.
      assert.equal(scope, name === 'casParser.gateways' ? 'window' : 'application', name);
    const { restrictedConfigurations } = capabilities.untrustedWorkspaces;
    assert.deepEqual(restrictedConfigurations, ['casParser.gateways']);
  });

  it('has a text for every placeholder, and a file for every picture', () => {
    const { extensionPath } = theExtension();
    const source = readFileSync(join(extensionPath, 'package.json'), 'utf8');
    const texts = JSON.parse(
      readFileSync(join(extensionPath, 'package.nls.json'), 'utf8'),
    ) as Record<string, string>;
    const placeholders = [...source.matchAll(/"%([^%]+)%"/g)].map(([, key]) => key ?? '');
    assert.deepEqual([...new Set(placeholders)].toSorted(), Object.keys(texts).toSorted());
    for (const { steps } of manifest().contributes.walkthroughs)
      for (const { media } of steps)
        assert.ok(existsSync(join(extensionPath, media.svg)), media.svg);
  });

  it('links to commands that exist', () => {
    const { contributes } = manifest();
    const known: readonly string[] = [...commandIds, ...batchCommandIds];
    const linked = JSON.stringify(contributes).matchAll(/command:(casParser[\w.]+)/g);
    for (const [, id] of linked) assert.ok(known.includes(id ?? ''), id);
    for (const entries of Object.values(contributes.menus))
      for (const { command } of entries) assert.ok(known.includes(command), command);
  });
});
