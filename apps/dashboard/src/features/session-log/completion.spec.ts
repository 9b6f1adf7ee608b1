import { readDraftFields } from '@courseline/contracts';
import { aLoggedInstrument, anAlert, aSessionLog } from '../../testing/session-log-builder';
import { completionOf, fieldOf, firstField, item9Awaiting } from './completion';

const values = (fields: Record<string, unknown> = {}) =>
  readDraftFields(Object.fromEntries(Object.entries(fields).map(([path, value]) => [path, { value }])));
const ids = { 'phq-9': '01990000-0000-7000-8000-0000000000f1' };

describe('item 9 on its way', () => {
  it('waits for an alert where it was answered above 0 or declined, and for none at 0', () => {
    const log = aSessionLog();
    expect(item9Awaiting(log, values({ 'answers/phq-9/9': 2 }), ids)).toBe(2);
    expect(item9Awaiting(log, values({ 'answers/phq-9/9': null }), ids)).toBe('declined');
    expect(item9Awaiting(log, values({ 'answers/phq-9/9': 0 }), ids)).toBeNull();
    expect(item9Awaiting(log, values(), ids)).toBeNull();
  });

  it('waits no longer once the alert of this form is there', () => {
    const answered = values({ 'answers/phq-9/9': 2 });
    const ofThisForm = aSessionLog({ alerts: [anAlert({ assessmentId: ids['phq-9'] })] });
    expect(item9Awaiting(ofThisForm, answered, ids)).toBeNull();
    expect(item9Awaiting(aSessionLog({ alerts: [anAlert()] }), answered, ids)).toBe(2);
  });

  it('stands in the way of signing from the first moment', () => {
    const codes = completionOf(aSessionLog(), values({ 'answers/phq-9/9': 1 }), ids).gates.map(
      (gate) => gate.code,
    );
    expect(codes).toContain('item-9-needs-disposition');
  });

  it('stands in the way of no amendment, which raises the alert itself', () => {
    const log = aSessionLog({ alerts: [anAlert()] });
    const codes = completionOf(log, values({ 'answers/phq-9/9': 1 }), ids, false).gates.map(
      ({ code }) => code,
    );
    expect(codes).not.toContain('item-9-needs-disposition');
  });
});

describe('where the keyboard goes', () => {
  it('begins with an open alert, then the first question that is open', () => {
    expect(firstField(aSessionLog({ alerts: [anAlert()] }), values())).toBe('alert');
    expect(firstField(aSessionLog(), values())).toBe('answers/phq-9/1');
    expect(firstField(aSessionLog(), values({ 'answers/phq-9/1': 0, 'answers/phq-9/2': null }))).toBe(
      'answers/phq-9/3',
    );
  });

  it('begins before the dose when no form is due', () => {
    const log = aSessionLog({ instruments: [aLoggedInstrument('phq-9', { due: false })] });
    expect(firstField(log, values())).toBe('vitals/before/systolic');
    const measured = { 'vitals/before/systolic': 128, 'vitals/before/diastolic': 82 };
    expect(firstField(log, values(measured))).toBe('weight');
  });

  it('leads from what is missing to the field it is put right at', () => {
    const log = aSessionLog();
    const given = values({ 'answers/phq-9/1': 1, 'vitals/end/systolic': 120 });
    const { gates, missing } = completionOf(log, given, {});
    expect(missing.map((part) => fieldOf(part, given))).toContain('answers/phq-9/2');
    const half = gates.find((gate) => gate.path === 'vitals/end/diastolic');
    expect(half === undefined ? null : fieldOf(half, given)).toBe('vitals/end/systolic');
  });
});
