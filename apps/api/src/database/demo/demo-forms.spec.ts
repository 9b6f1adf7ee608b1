import { getInstrument, scoreAssessment } from '@courseline/instruments';
import { currentCourses, currentForms, dayIn, demoSample } from '../../../test/demo-sample.js';

const NOW = '2026-11-17T16:00:00Z';
const rows = demoSample(NOW);

describe('forms of the demo', () => {
  it('have the totals their answers give', () => {
    const wrong = rows.of('assessment_revision').filter((form) => {
      const score = scoreAssessment(getInstrument(form.instrument), form.answers);
      return form.total !== score.total || form.score_status !== score.status;
    });
    expect(wrong).toEqual([]);
  });

  it('come whole, prorated, partial, with item 9 declined, from patients and from staff', () => {
    const forms = currentForms(rows);
    expect(new Set(forms.map(({ score_status }) => score_status))).toEqual(
      new Set(['complete', 'prorated', 'partial']),
    );
    expect(forms.some(({ instrument, answers }) => instrument === 'phq-9' && answers[8] === null)).toBe(true);
    expect(new Set(forms.map(({ way }) => way))).toEqual(new Set(['patient', 'staff']));
    expect(new Set(forms.map(({ context }) => context))).toEqual(
      new Set(['before-dose', 'between', 'after-dose']),
    );
  });

  it('lie within the course they are filed under: none after its end', () => {
    const courseOf = new Map(rows.of('assessment').map(({ id, course_id }) => [id, course_id]));
    const courses = new Map(currentCourses(rows).map((course) => [course.course_id, course]));
    const outside = currentForms(rows).filter((form) => {
      const course = courses.get(courseOf.get(form.assessment_id) ?? '');
      if (course === undefined) return false;
      return form.on_date < course.started_on || form.on_date > (course.ended_on ?? form.on_date);
    });
    expect(outside).toEqual([]);
  });

  it('are under no course only before one has begun, never after the last one ended', () => {
    const ends = new Map<string, string>();
    for (const { patient_id, ended_on } of currentCourses(rows)) {
      const end = ended_on ?? '9999-12-31';
      if (end > (ends.get(patient_id) ?? '')) ends.set(patient_id, end);
    }
    const late = currentForms(rows).filter(
      ({ patient_id, on_date }) => on_date > (ends.get(patient_id) ?? on_date),
    );
    expect(late).toEqual([]);
  });

  it('raise exactly one alert for each version with item 9 above 0 or left out', () => {
    const raising = rows
      .of('assessment_revision')
      .filter((form) => form.instrument === 'phq-9' && form.status === 'current' && form.answers[8] !== 0)
      .map(({ assessment_id, n, answers }) => `${assessment_id} ${n} ${answers[8] ?? 'declined'}`);
    const raised = rows
      .of('alert')
      .map(
        ({ assessment_id, assessment_n, value }) => `${assessment_id} ${assessment_n} ${value ?? 'declined'}`,
      );
    expect(raised.toSorted().join('\n')).toBe(raising.toSorted().join('\n'));
  });

  it('leave one or two alerts a clinic open, of this morning, and no others', () => {
    const closing = rows.of('alert_disposition').filter(({ decision }) => decision !== 'could-not-reach');
    const closed = new Set(closing.map(({ alert_id }) => alert_id));
    const open = rows.of('alert').filter(({ id }) => !closed.has(id));
    for (const { id, time_zone } of rows.of('clinic')) {
      const own = open.filter(({ clinic_id }) => clinic_id === id);
      expect(own.length).toBeGreaterThanOrEqual(1);
      expect(own.length).toBeLessThanOrEqual(2);
      expect(new Set(own.map(({ raised_at }) => dayIn(time_zone, raised_at)))).toEqual(
        new Set([dayIn(time_zone, new Date(NOW))]),
      );
    }
  });
});
