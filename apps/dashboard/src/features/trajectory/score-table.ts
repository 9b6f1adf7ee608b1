import type { TrajectoryInstrument, TrajectorySession } from '@courseline/contracts';
import type { CsvTable } from './csv-button';
import { effectName } from './session-words';

/** The numbers behind one panel, as they are stored: raw, with ids of bands rather than words. */
export function scoreTable(instrument: TrajectoryInstrument): CsvTable {
  const items = instrument.points.find(({ answers }) => answers !== null)?.answers?.length ?? 0;
  return {
    header: [
      'date',
      'time',
      'day',
      'instrument',
      'total',
      'status',
      'answered',
      'band',
      'change_from_baseline',
      'percent_of_baseline',
      'in_trend',
      'context',
      'way',
      'entered_by',
      ...Array.from({ length: items }, (_, index) => `item_${index + 1}`),
    ],
    rows: instrument.points.map((point) => [
      point.date,
      point.at,
      point.day,
      instrument.id,
      point.total,
      point.status,
      point.answered,
      point.bandId,
      point.change,
      point.percentOfBaseline === null ? null : Number(point.percentOfBaseline.toFixed(1)),
      point.inTrend ? 'yes' : 'no',
      point.context,
      point.way,
      point.enteredBy,
      ...Array.from({ length: items }, (_, index) => point.answers?.[index] ?? null),
    ]),
  };
}

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

/** "5 sessions, 39 to 42 mg; dissociation in 5 of 5, at worst moderate": what the lanes find, as their title. */
export function lanesTitle(
  sessions: readonly TrajectorySession[],
  effects: {
    readonly effects: readonly {
      readonly code: string;
      readonly sessions: { readonly x: number; readonly n: number };
      readonly worst: number;
    }[];
    readonly sessionsAsked: number;
  },
): string {
  const doses = sessions.flatMap(({ givenMg }) => (givenMg === null ? [] : [givenMg]));
  if (doses.length === 0) return 'No dose given yet';
  const low = Math.min(...doses);
  const high = Math.max(...doses);
  const range = low === high ? `${low} mg` : `${low} to ${high} mg`;
  const count = doses.length === 1 ? '1 dose' : `${doses.length} doses`;
  const [most] = effects.effects;
  if (effects.sessionsAsked === 0) return `${count}, ${range}; side effects never asked`;
  if (most === undefined || most.sessions.x === 0) {
    return `${count}, ${range}; no side effects in ${effects.sessionsAsked} sessions asked`;
  }
  const name = effectName({ code: most.code, otherText: null }).toLowerCase();
  const severity = ['none', 'mild', 'moderate', 'severe'][most.worst] ?? '';
  return `${count}, ${range}; ${name} in ${most.sessions.x} of ${most.sessions.n}, at worst ${severity}`;
}
