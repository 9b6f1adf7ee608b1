/** The version of these rules; a result that is kept carries it. A change of a rule is a new version. */
export const SESSION_CONCERN_RULES_VERSION = 'session-concerns-1';

export const sessionConcernRules = [
  'pressure-red',
  'oxygen-red',
  'breathing-red',
  'sedation-red',
  'symptom-red',
] as const;
export type SessionConcernRule = (typeof sessionConcernRules)[number];

export interface SessionConcernLimit {
  readonly rule: SessionConcernRule;
  readonly words: string;
  readonly source: string;
}

/** Ours until a clinic confirms them in writing. */
const ours = 'our own rule; thresholds vary between guidelines';

/** What the limits are and whose they are. */
export const sessionConcernLimits: Readonly<Record<SessionConcernRule, SessionConcernLimit>> = {
  'pressure-red': {
    rule: 'pressure-red',
    words: 'Blood pressure of 180 or more, or of 110 or more below the line',
    source: `${ours} (Yip 2022)`,
  },
  'oxygen-red': { rule: 'oxygen-red', words: 'Oxygen saturation below 92 %', source: ours },
  'breathing-red': { rule: 'breathing-red', words: 'Fewer than 10 breaths a minute', source: ours },
  'sedation-red': {
    rule: 'sedation-red',
    words: 'Sedation of 2 or less (MOAA/S): responds to prodding or less',
    source: 'our own rule on the scale of Chernik 1990',
  },
  'symptom-red': {
    rule: 'symptom-red',
    words: 'A symptom that is an emergency until shown otherwise',
    source: ours,
  },
};

/** The readings of one moment; undefined was not taken. */
export interface ReadingsTaken {
  readonly systolic?: number | undefined;
  readonly diastolic?: number | undefined;
  readonly spo2?: number | undefined;
  readonly 'respiratory-rate'?: number | undefined;
  /** MOAA/S, 5 responds readily to 0 does not respond. */
  readonly sedation?: number | undefined;
}

/** One red condition and the value that it was found in, as it is written ("186/112"). */
export interface SessionConcern {
  readonly rule: SessionConcernRule;
  readonly level: 'red';
  readonly value: string;
}

const red = (rule: SessionConcernRule, value: string): SessionConcern => ({ rule, level: 'red', value });

/**
 * What in these readings needs someone at once: systolic 180 or more or diastolic 110 or more (mmHg), SpO2 below 92 %,
 * fewer than 10 breaths a minute, MOAA/S of 2 or less. A value that was not taken raises nothing and says nothing.
 * Our own rules, to be confirmed by each clinic; that thresholds for pressure vary between guidelines: Yip 2022.
 */
export function readingConcerns(taken: ReadingsTaken): readonly SessionConcern[] {
  const { systolic, diastolic, spo2, sedation } = taken;
  const breaths = taken['respiratory-rate'];
  const concerns: SessionConcern[] = [];
  if ((systolic ?? 0) >= 180 || (diastolic ?? 0) >= 110)
    concerns.push(red('pressure-red', `${systolic ?? '?'}/${diastolic ?? '?'}`));
  if (spo2 !== undefined && spo2 < 92) concerns.push(red('oxygen-red', `${spo2} %`));
  if (breaths !== undefined && breaths < 10) concerns.push(red('breathing-red', String(breaths)));
  if (sedation !== undefined && sedation <= 2) concerns.push(red('sedation-red', String(sedation)));
  return concerns;
}

/** Side effects that are an emergency until shown otherwise: our own list after clinical practice and the label's boxed warning. */
const emergencies: readonly string[] = [
  'chest_pain',
  'neurological_symptom',
  'respiratory_depression',
  'laryngospasm',
  'loss_of_consciousness',
  'hypertensive_emergency',
];

/** Whether a side effect's code is one that needs someone at once, whatever its severity. */
export function symptomConcerns(code: string): readonly SessionConcern[] {
  return emergencies.includes(code) ? [red('symptom-red', code)] : [];
}
