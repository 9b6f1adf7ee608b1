import type { SessionSideEffect, TrajectorySession } from '@courseline/contracts';
import { routeDefinition, severityWords } from '@courseline/treatment';
import { effectName } from '../../messages/side-effect-words';
import type { Format } from '../../ui/format-context';

type Words = Pick<Format, 'number' | 'duration' | 'signed'>;

export function sessionName(session: TrajectorySession): string {
  switch (session.state) {
    case 'planned':
      return session.begun ? 'Session begun, not signed' : 'Session planned';
    case 'cancelled':
      return 'Session cancelled';
    case 'no-show':
      return 'Did not come';
    case 'stopped-early':
      return `Session ${session.number ?? ''}, stopped early`;
    default:
      return `Session ${session.number ?? ''}`;
  }
}

/** "42 mg IV over 40 min, 0.5 mg/kg": what was given, or what is ordered. */
export function doseWords(session: TrajectorySession, words: Words): string | null {
  const mg = session.givenMg ?? session.orderedMg;
  if (mg === null) return null;
  const route = routeDefinition(session.route).short;
  const over = session.infusionMinutes === null ? '' : ` over ${words.duration(session.infusionMinutes)}`;
  const perKg = session.mgPerKg === null ? '' : `, ${words.number(session.mgPerKg, 2)} mg/kg`;
  const ordered = session.givenMg === null ? ' ordered' : '';
  return `${words.number(mg, mg % 1 === 0 ? 0 : 1)} mg ${route}${over}${perKg}${ordered}`;
}

/** "128/82 before, 146/91 at 40 min: 18 higher". */
export function pressureWords({ pressure }: TrajectorySession): string | null {
  const { before, highest, riseSystolic } = pressure;
  if (before === null && highest === null) return null;
  const start = before === null ? 'not taken before' : `${before.systolic}/${before.diastolic} before`;
  if (highest === null) return `${start}, none after`;
  const moment =
    highest.moment === 'end' ? 'at the end' : highest.minute === null ? 'later' : `at ${highest.minute} min`;
  const change =
    riseSystolic === null
      ? ''
      : riseSystolic > 0
        ? `: ${riseSystolic} higher`
        : riseSystolic === 0
          ? ': no rise'
          : `: ${-riseSystolic} lower`;
  return `${start}, highest ${highest.systolic}/${highest.diastolic} ${moment}${change}`;
}

/** "Dissociation, moderate, 10 to 55 min". */
export function effectWords(effect: SessionSideEffect, words: Words): string {
  const { onsetMinutes: onset, durationMinutes: lasted } = effect;
  const time =
    onset !== null && lasted !== null
      ? `${onset} to ${onset + lasted} min after the dose`
      : lasted !== null
        ? `for ${words.duration(lasted)}`
        : onset !== null
          ? `from ${onset} min on, end not recorded`
          : null;
  const parts = [
    effectName(effect),
    severityWords[effect.severity] ?? null,
    time,
    effect.ctcaeGrade === null ? null : `CTCAE grade ${effect.ctcaeGrade}`,
    effect.serious
      ? `serious: ${(effect.seriousCriterion ?? 'criterion not given').replaceAll('-', ' ')}`
      : null,
    effect.reporters.includes('staff') ? null : 'reported by the patient',
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** "Side effects: dissociation 2, nausea 1", "No side effects", "Side effects not asked". */
export function effectsWords(session: TrajectorySession): string {
  const present = session.sideEffects.filter(({ severity, serious }) => severity > 0 || serious);
  if (present.length > 0) {
    return `Side effects: ${present.map((effect) => `${effectName(effect).toLowerCase()} ${effect.severity}`).join(', ')}`;
  }
  return session.sideEffectsAsked === 'not-asked' ? 'Side effects not asked' : 'No side effects';
}

/** One session in a sentence, for those who do not see the lanes. */
export function sessionSentence(session: TrajectorySession, words: Words): string {
  const isGiven = session.state === 'given' || session.state === 'stopped-early';
  const parts = [
    sessionName(session),
    doseWords(session, words),
    isGiven ? effectsWords(session) : null,
    isGiven ? pressureWords(session) : null,
    session.stateReason,
  ];
  return parts.filter((part) => part !== null).join('. ');
}

/** "1 more planned, Fri, Dec 11": sessions that lie too far ahead to be drawn. */
export function laterWords(sessions: readonly TrajectorySession[], day: (date: string) => string): string {
  const first = sessions.at(0)?.date ?? '';
  const last = sessions.at(-1)?.date ?? first;
  const days = first === last ? day(first) : `${day(first)} to ${day(last)}`;
  return `${sessions.length} more planned, ${days}.`;
}
