import assert from 'node:assert/strict';
import { movedTo } from '../../../src/service/misplaced.ts';

describe('a redirect', () => {
  const to = (location: string, status = 302) =>
    movedTo({ status, headers: { location }, text: '' });

  it('is told by the origin it leads to, without what a sign-in page has in its address', () => {
    assert.equal(
      to('https://asha:secret@login.example:8443/saml?state=secret#secret'),
      'https://login.example:8443',
    );
  });

  it('is told without an origin where it names none of the web', () => {
    for (const location of ['', '/elsewhere', 'javascript:alert(1)', 'file:///etc', 'command:x'])
      assert.equal(to(location), undefined, location);
    assert.equal(to('https://login.example', 200), undefined);
  });
});
