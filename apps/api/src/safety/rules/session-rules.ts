import type { AlertFacts } from '@courseline/contracts';
import type { ReadingKind, ReadingMoment } from '@courseline/treatment';
import { fire, numberOf, type FiredRule, type RulesInForce } from './rule-definition.js';

/** One value measured in a session. */
export interface ReadingSeen {
  readonly kind: ReadingKind;
  readonly moment: ReadingMoment;
  readonly value: number;
  readonly diastolic: number | null;
  readonly at: Date | null;
}

const urinary: readonly string[] = ['urinary_symptoms', 'urinary_frequency'];

/** Which rules a reading fires. Before the dose a dangerous pressure is told as that, and not as a high one as well. */
export function readingAlerts(reading: ReadingSeen, rules: RulesInForce): readonly FiredRule[] {
  const facts: AlertFacts = {
    kind: 'reading',
    reading: reading.kind,
    moment: reading.moment,
    value: reading.value,
    diastolic: reading.diastolic,
    at: reading.at?.toISOString() ?? null,
  };
  const { value } = reading;
  switch (reading.kind) {
    case 'blood-pressure':
      return pressureAlerts(reading, facts, rules);
    case 'spo2': {
      const rule = rules('low-oxygen');
      return value < numberOf(rule, 'percent') ? fire(rule, facts) : [];
    }
    case 'respiratory-rate': {
      const rule = rules('slow-breathing');
      return value < numberOf(rule, 'breaths') ? fire(rule, facts) : [];
    }
    case 'sedation': {
      const rule = rules('deep-sedation');
      return value <= numberOf(rule, 'score') ? fire(rule, facts) : [];
    }
    default:
      return [];
  }
}

function pressureAlerts(
  { moment, value, diastolic }: ReadingSeen,
  facts: AlertFacts,
  rules: RulesInForce,
): readonly FiredRule[] {
  const crisis = rules('pressure-crisis');
  const lower = diastolic ?? Number.NEGATIVE_INFINITY;
  if (value >= numberOf(crisis, 'systolic') || lower >= numberOf(crisis, 'diastolic')) {
    const red = fire(crisis, facts);
    if (red.length > 0) return red;
  }
  const before = rules('pressure-before-dose');
  const isHigh = value > numberOf(before, 'systolic') || lower > numberOf(before, 'diastolic');
  return moment === 'before' && isHigh ? fire(before, facts) : [];
}

/** What was told of one session, by staff or by the patient. */
export interface SessionSideEffects {
  readonly codes: ReadonlySet<string>;
}

/**
 * Which rules the side effects of a session fire. `sessions` are those in which a dose was given, the newest first,
 * beginning with the one that is judged.
 */
export function sideEffectAlerts(
  sessions: readonly SessionSideEffects[],
  rules: RulesInForce,
): readonly FiredRule[] {
  const own = sessions[0]?.codes ?? new Set<string>();
  const told = (codes: readonly string[]): readonly string[] => codes.filter((code) => own.has(code));
  const fired: FiredRule[] = [];
  if (own.has('suicidal_ideation_new')) {
    fired.push(
      ...fire(rules('suicidal-ideation-reported'), {
        kind: 'side-effect',
        codes: ['suicidal_ideation_new'],
        sessions: 1,
      }),
    );
  }
  if (own.has('craving')) {
    fired.push(...fire(rules('craving'), { kind: 'side-effect', codes: ['craving'], sessions: 1 }));
  }
  const rule = rules('urinary-symptoms');
  const asked = numberOf(rule, 'sessions');
  const inARow = sessions.slice(0, asked);
  if (inARow.length === asked && inARow.every(({ codes }) => urinary.some((code) => codes.has(code)))) {
    fired.push(...fire(rule, { kind: 'side-effect', codes: [...told(urinary)], sessions: asked }));
  }
  return fired;
}

/** A dose given outside the planned phases. */
export function doseAlerts(phase: string, rules: RulesInForce): readonly FiredRule[] {
  return phase === 'rescue' ? fire(rules('unscheduled-dose'), { kind: 'dose', phase }) : [];
}
