import { currentForms, currentSessions, dayIn, demoSample, isGiven } from '../../../test/demo-sample.js';

const DAY_MS = 86_400_000;

describe.each([
  ['a Tuesday in winter time', '2026-11-17T16:00:00Z'],
  ['a Sunday in New York, the day the clocks go back', '2026-11-01T15:00:00Z'],
  ['the night in which London goes to summer time', '2026-03-29T00:30:00Z'],
  ['the evening of one zone and the early morning of another', '2026-07-15T03:40:00Z'],
])('the demo loaded on %s', (_, moment) => {
  const now = new Date(moment);
  const rows = demoSample(moment);
  const sessions = currentSessions(rows);
  const forms = currentForms(rows);
  const clinics = rows
    .of('clinic')
    .map(({ id, time_zone }) => ({ id, zone: time_zone, today: dayIn(time_zone, now) }));
  const todayOf = new Map(clinics.map(({ id, today }) => [id, today]));
  const zoneOf = new Map(clinics.map(({ id, zone }) => [id, zone]));

  it('shows 4 to 8 sessions today, and forms that patients answered this morning, in each clinic', () => {
    for (const { id, today } of clinics) {
      const ofToday = sessions.filter(({ clinic_id, on_date }) => clinic_id === id && on_date === today);
      expect(ofToday.length).toBeGreaterThanOrEqual(4);
      expect(ofToday.length).toBeLessThanOrEqual(8);
      expect(new Set(ofToday.map(({ state }) => state))).toEqual(new Set(['planned']));
      const answered = forms.filter(({ clinic_id, on_date }) => clinic_id === id && on_date === today);
      expect(new Set(answered.map(({ way }) => way))).toEqual(new Set(['patient']));
    }
  });

  it('has a first dose tomorrow without a baseline in each clinic', () => {
    const asked = new Set(rows.of('assessment').map(({ patient_id }) => patient_id));
    const dosed = new Set(sessions.filter(isGiven).map(({ patient_id }) => patient_id));
    for (const { id, today } of clinics) {
      const tomorrow = new Date(Date.parse(today) + DAY_MS).toISOString().slice(0, 10);
      const waiting = sessions.filter(
        ({ clinic_id, on_date, patient_id }) =>
          clinic_id === id && on_date === tomorrow && !dosed.has(patient_id) && !asked.has(patient_id),
      );
      expect(waiting.length).toBeGreaterThanOrEqual(1);
    }
  });

  it('has a few unsigned drafts of the last working day, and nothing else that is past and planned', () => {
    const past = sessions.filter(
      ({ clinic_id, state, on_date }) => state === 'planned' && on_date < todayOf.get(clinic_id)!,
    );
    const drafted = rows.of('session_draft').map(({ session_id }) => session_id);
    expect(past.map(({ session_id }) => session_id).toSorted()).toEqual(drafted.toSorted());
    expect(drafted.length).toBeGreaterThanOrEqual(4);
    expect(drafted.length).toBeLessThanOrEqual(14);
  });

  it('writes nothing down before it happened, and each form under the day on its clock', () => {
    const written = [
      rows.of('assessment_revision'),
      rows.of('session_revision'),
      rows.of('patient_revision'),
      rows.of('course_revision'),
      rows.of('alert_disposition'),
    ].flat();
    expect(written.filter(({ recorded_at }) => recorded_at > now)).toEqual([]);
    const misplaced = rows
      .of('assessment_revision')
      .filter(({ clinic_id, at, on_date }) => dayIn(zoneOf.get(clinic_id)!, at!) !== on_date);
    expect(misplaced).toEqual([]);
  });

  it('plans no session of the past or the days to come on a weekend, but for today and tomorrow', () => {
    const near = (clinicId: string, date: string): boolean =>
      Math.abs(Date.parse(date) - Date.parse(todayOf.get(clinicId)!)) <= 5 * DAY_MS;
    const onWeekends = sessions.filter(({ clinic_id, on_date }) => {
      const weekday = new Date(on_date).getUTCDay();
      return (weekday === 0 || weekday === 6) && !near(clinic_id, on_date);
    });
    expect(onWeekends.length).toBeLessThan(20);
  });
});
