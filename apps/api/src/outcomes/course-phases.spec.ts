import { coursePhases, type PhaseDose, type PlannedPhase } from './course-phases.js';

const induction: PlannedPhase = { phase: 'induction', startsOn: '2026-03-01', plannedSessions: 6 };
const maintenance: PlannedPhase = { phase: 'maintenance', startsOn: null, plannedSessions: null };
const dose = (phase: PhaseDose['phase'], date: string): PhaseDose => ({ phase, date });
const running = { today: '2026-03-20', endedOn: null };

describe('the phases of a course', () => {
  it('begin with their first dose and run on', () => {
    const { spans, current } = coursePhases(
      [induction],
      [dose('induction', '2026-03-06'), dose('induction', '2026-03-03')],
      running,
    );
    expect(spans).toEqual([{ phase: 'induction', from: '2026-03-03', to: null, planned: 6, given: 2 }]);
    expect(current).toBe(0);
  });

  it('begin on their planned day where no dose was given yet, and not before it', () => {
    const { spans, current } = coursePhases(
      [induction, { ...maintenance, startsOn: '2026-04-01' }],
      [],
      running,
    );
    expect(spans.map(({ from }) => from)).toEqual(['2026-03-01', null]);
    expect(current).toBe(0);
    expect(coursePhases([induction], [], { today: '2026-02-20', endedOn: null }).current).toBeNull();
  });

  it('end with their last dose when the next has begun, the last one with the course', () => {
    const doses = [
      dose('induction', '2026-03-03'),
      dose('induction', '2026-03-06'),
      dose('maintenance', '2026-03-20'),
    ];
    expect(coursePhases([induction, maintenance], doses, running).spans.map(({ to }) => to)).toEqual([
      '2026-03-06',
      null,
    ]);
    expect(
      coursePhases([induction, maintenance], doses, { today: '2026-06-01', endedOn: '2026-05-01' }).spans.map(
        ({ to }) => to,
      ),
    ).toEqual(['2026-03-06', '2026-05-01']);
  });

  it('keep their doses together when another phase came between', () => {
    const doses = [
      dose('maintenance', '2026-01-03'),
      dose('rescue', '2026-02-01'),
      dose('maintenance', '2026-03-01'),
    ];
    const { spans, current } = coursePhases([maintenance], doses, running);
    expect(spans.map(({ phase, given, to }) => [phase, given, to])).toEqual([
      ['maintenance', 2, null],
      ['rescue', 1, '2026-02-01'],
    ]);
    expect(current).toBe(0);
  });

  it('share the doses of a phase that was planned twice', () => {
    const doses = [
      dose('induction', '2026-01-03'),
      dose('maintenance', '2026-02-01'),
      dose('induction', '2026-03-01'),
      dose('induction', '2026-03-04'),
    ];
    const again = { ...induction, startsOn: '2026-03-01' };
    const { spans, current } = coursePhases([induction, maintenance, again], doses, running);
    expect(spans.map(({ phase, given }) => [phase, given])).toEqual([
      ['induction', 1],
      ['maintenance', 1],
      ['induction', 2],
    ]);
    expect(current).toBe(2);
  });

  it('are none for a course without phases and doses', () => {
    expect(coursePhases([], [], running)).toEqual({ spans: [], current: null });
  });
});
