import { readDraftFields } from '@courseline/contracts';
import type { ReadingRow, SessionRevisionRow, SideEffectRow } from './logged-session.queries.js';
import { sessionContent, type SessionFrame } from './session-content.js';
import { sessionFields } from './session-fields.js';

const frame: SessionFrame = {
  agent: 'ketamine',
  route: 'iv',
  onDate: '2026-11-17',
  orderedMg: null,
  orderedMgPerKg: 0.5,
  infusionMinutes: 40,
  dayOf: () => '2026-11-17',
};
const fields = {
  'started-at': { value: '2026-11-17T19:30:00.000Z' },
  'ended-at': { value: '2026-11-17T21:35:00.000Z' },
  weight: { value: { value: 185.2, unit: 'lb', on: '2026-11-17', confirmed: false } },
  dose: { value: { givenMg: 42, asOrdered: true } },
  'vitals/before/at': { value: '2026-11-17T19:22:00.000Z' },
  'vitals/before/systolic': { value: 128 },
  'vitals/before/diastolic': { value: 82 },
  'vitals/before/pulse': { value: 74 },
  'vitals/at-40-minutes/systolic': { value: 146 },
  'vitals/at-40-minutes/diastolic': { value: 91 },
  'vitals/other-2/at': { value: '2026-11-17T20:30:00.000Z' },
  'vitals/other-2/spo2': { value: 97 },
  'vitals/end/at': { value: '2026-11-17T21:30:00.000Z' },
  'vitals/end/pulse': { value: 0 },
  'side-effects-asked': { value: 'some' },
  'side-effects/nausea': {
    value: {
      severity: 1,
      onsetMinutes: 20,
      durationMinutes: 20,
      ctcaeGrade: null,
      serious: null,
      seriousCriterion: null,
      reporter: 'patient',
      note: null,
    },
  },
};

describe('the content of a session', () => {
  const content = sessionContent(frame, readDraftFields(fields));

  it('keeps the weight as entered and in kilograms, and the order in milligrams', () => {
    expect(content.weight).toEqual({ kg: 84.005, entered: 185.2, unit: 'lb', on: '2026-11-17' });
    expect(content.orderedMg).toBe(42);
    expect(content.givenMg).toBe(42);
  });

  it('puts readings in the order of the visit, with minutes from the dose and no invented time', () => {
    expect(content.readings.map(({ kind, moment, minute, value }) => [kind, moment, minute, value])).toEqual([
      ['blood-pressure', 'before', -8, 128],
      ['pulse', 'before', -8, 74],
      ['blood-pressure', 'at-40-minutes', 40, 146],
      ['spo2', 'other', 60, 97],
    ]);
    expect(content.readings[2]?.at).toBeNull();
  });

  it('leaves out a value that cannot be, such as a pulse of 0', () => {
    expect(content.readings.some((reading) => reading.moment === 'end')).toBe(false);
  });

  it('does not order per kg without a weight', () => {
    const { weight: _weight, ...without } = fields;
    expect(sessionContent(frame, readDraftFields(without)).orderedMg).toBeNull();
  });

  it('reckons an order per kg anew from the weight that is right, and keeps one in mg', () => {
    const before = { ...frame, orderedMg: 88 };
    const amended = readDraftFields({
      ...fields,
      weight: { value: { value: 176, unit: 'lb', on: '2026-11-17', confirmed: false } },
    });
    expect(sessionContent(before, amended).orderedMg).toBe(39.9);
    expect(sessionContent({ ...before, orderedMgPerKg: null }, amended).orderedMg).toBe(88);
  });

  it('cannot be read without a dose', () => {
    const { dose: _dose, ...without } = fields;
    expect(() => sessionContent(frame, readDraftFields(without))).toThrow(RangeError);
  });

  it('comes back the same when a signed session is opened for amending', () => {
    const revision: SessionRevisionRow = {
      n: 2,
      status: 'current',
      state: content.state,
      state_reason: null,
      phase: 'induction',
      planned_at: null,
      on_date: content.onDate,
      started_at: content.startedAt,
      ended_at: content.endedAt,
      agent: 'ketamine',
      route: 'iv',
      ordered_mg: content.orderedMg,
      ordered_mg_per_kg: content.orderedMgPerKg,
      given_mg: content.givenMg,
      weight_kg: content.weight?.kg ?? null,
      weight_entered: content.weight?.entered ?? null,
      weight_unit: content.weight?.unit ?? null,
      weight_on: content.weight?.on ?? null,
      infusion_minutes: content.infusionMinutes,
      route_details: {},
      concomitant: {},
      dose_reason: null,
      pressure_reason: null,
      side_effects_asked: 'some',
      note: null,
      signed_by_name: 'Dr Okafor',
      signed_at: new Date('2026-11-17T21:40:00Z'),
      reason: 'signed',
      by_name: 'Dr Okafor',
      recorded_at: new Date('2026-11-17T21:40:00Z'),
    };
    const readings: ReadingRow[] = content.readings.map((reading) => ({ n: 2, ...reading }));
    const sideEffects: SideEffectRow[] = content.sideEffects.map((effect) => ({
      n: 2,
      code: effect.code,
      severity: effect.severity,
      onset_minutes: effect.onsetMinutes,
      duration_minutes: effect.durationMinutes,
      ctcae_grade: effect.ctcaeGrade,
      serious: effect.serious,
      serious_criterion: effect.seriousCriterion,
      reporter: effect.reporter,
      note: effect.note,
    }));
    const again = sessionContent(
      { ...frame, orderedMg: content.orderedMg },
      readDraftFields(sessionFields(revision, readings, sideEffects)),
    );
    expect(again).toEqual(content);
  });
});
