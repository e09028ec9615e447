import assert from 'node:assert/strict';
import { checkOfKind, checksOfKind } from './checksOf.ts';

const INVESTOR = { name: 'Sample Investor', pan: 'ABCDE1234F' };
const JOINT = { name: 'Sample Joint Holder', pan: 'FGHIJ5678K' };

function folio(investor: object, holders: readonly object[], pan: string | null = null) {
  const answer = {
    investor,
    mutual_funds: [{ linked_holders: holders, additional_info: { pan } }],
  };
  const { outcome, because } = checkOfKind(answer, 'holder');
  return because ?? outcome;
}

describe('the holders of an account', () => {
  it('are those of the investor when the PAN is among them, in whatever place', () => {
    assert.equal(folio(INVESTOR, [INVESTOR]), 'agrees');
    assert.equal(folio(INVESTOR, [JOINT, INVESTOR]), 'agrees');
    assert.equal(folio(INVESTOR, [], 'ABCDE1234F'), 'agrees');
  });

  it('are told by name where a PAN is missing or masked', () => {
    assert.equal(folio({ name: 'SAMPLE  investor' }, [INVESTOR]), 'agrees');
    assert.equal(folio(INVESTOR, [{ name: 'SampleInvestor', pan: 'ABXXXXXX4F' }]), 'agrees');
  });

  it('are noted and no failure when they are someone else', () => {
    assert.equal(folio(INVESTOR, [JOINT]), 'another-holder');
    assert.equal(folio(INVESTOR, [{ ...INVESTOR, pan: JOINT.pan }]), 'another-holder');
    assert.equal(folio({ name: 'Sample Investor' }, [JOINT]), 'another-holder');
  });

  it('are not in the statement where none is printed, or no investor', () => {
    assert.equal(folio(INVESTOR, []), 'no-holder');
    assert.equal(folio({}, [JOINT]), 'no-investor');
  });

  it('come with the check, for demat and NPS accounts too', () => {
    const answer = {
      investor: INVESTOR,
      demat_accounts: [{ additional_info: { linked_pans: ['ABCDE1234F', 'FGHIJ5678K'] } }],
      nps: [{ linked_holders: [JOINT] }],
    };
    const checks = checksOfKind(answer, 'holder').map(({ outcome, pans, holders }) => ({
      outcome,
      pans,
      holders: holders.map(({ name, pan }) => ({ name, pan })),
    }));
    assert.deepEqual(checks, [
      { outcome: 'agrees', pans: ['ABCDE1234F', 'FGHIJ5678K'], holders: [] },
      { outcome: 'noted', pans: [], holders: [JOINT] },
    ]);
  });
});
