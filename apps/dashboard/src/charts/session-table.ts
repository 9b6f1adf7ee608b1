import type { TrajectorySession } from '@courseline/contracts';
import type { CsvTable } from '../ui/csv-button';

/** The numbers behind the lanes: one line for each session and side effect, one without effect for the others. */
export function sessionTable(sessions: readonly TrajectorySession[]): CsvTable {
  return {
    header: [
      'session',
      'date',
      'state',
      'phase',
      'agent',
      'route',
      'given_mg',
      'mg_per_kg',
      'weight_kg',
      'systolic_before',
      'systolic_highest',
      'systolic_rise',
      'side_effects_asked',
      'side_effect',
      'severity',
      'onset_minutes',
      'duration_minutes',
      'ctcae_grade',
      'serious',
      'reported_by',
    ],
    rows: sessions.flatMap((session) => {
      const common = [
        session.number,
        session.date,
        session.state,
        session.phase,
        session.agent,
        session.route,
        session.givenMg,
        session.mgPerKg,
        session.weightKg,
        session.pressure.before?.systolic ?? null,
        session.pressure.highest?.systolic ?? null,
        session.pressure.riseSystolic,
        session.sideEffectsAsked,
      ];
      if (session.sideEffects.length === 0) return [[...common, null, null, null, null, null, null, null]];
      return session.sideEffects.map((effect) => [
        ...common,
        effect.otherText ?? effect.code,
        effect.severity,
        effect.onsetMinutes,
        effect.durationMinutes,
        effect.ctcaeGrade,
        effect.serious ? 'yes' : 'no',
        effect.reporters.join(' and '),
      ]);
    }),
  };
}
