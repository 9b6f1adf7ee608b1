import { amend, amendedFields } from './amendment';

const signed = {
  fields: { 'vitals/end/pulse': 74, note: 'calm', 'answers/phq-9/9': 0 },
  byName: 'Dr Okafor',
  at: '2026-11-17T21:00:00Z',
  assessmentIds: {},
};
const me = { id: 'me', name: 'Dr Osei' };

describe('amending a signed session', () => {
  it('keeps the signed values and lays the changes over them', () => {
    const changes = amend(signed, new Map(), [
      { path: 'vitals/end/pulse', value: 84 },
      { path: 'note', value: null },
    ]);
    const fields = amendedFields(signed, changes, me);
    expect(fields['vitals/end/pulse']).toMatchObject({ value: 84, byName: 'Dr Osei', at: null });
    expect(fields['note']).toBeUndefined();
    expect(fields['answers/phq-9/9']).toMatchObject({ value: 0, byName: 'Dr Okafor' });
  });

  it('counts a value typed back to what was signed as no change', () => {
    const changed = amend(signed, new Map(), [{ path: 'note', value: 'restless' }]);
    expect([...changed]).toEqual([['note', 'restless']]);
    expect(amend(signed, changed, [{ path: 'note', value: 'calm' }]).size).toBe(0);
    expect(amend(signed, new Map(), [{ path: 'weight', value: null }]).size).toBe(0);
  });

  it('keeps a declined answer apart from one taken out', () => {
    const declined = amend(signed, new Map(), [{ path: 'answers/phq-9/9', value: null }]);
    expect(amendedFields(signed, declined, me)['answers/phq-9/9']).toMatchObject({ value: null });
  });
});
