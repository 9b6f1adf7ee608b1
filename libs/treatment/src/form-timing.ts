/** When a form asked on this instrument counts as asked for the visit; all of it our own rule. */
export interface FormHistory {
  readonly instrument: string;
  /** Calendar days from the last form to the visit; null when there is none in this course. */
  readonly daysSinceLast: number | null;
  /** Trauma is among the indications, or a trauma form was answered before. */
  readonly asksTrauma: boolean;
  readonly phase: 'induction' | 'continuation' | 'maintenance' | 'booster' | 'rescue';
}

/** Before a dose a form may be up to 72 hours old: three calendar days. */
export const FRESH_DAYS = 3;
/** The trauma form asks about a month: every two weeks in induction, every four weeks after it. */
export const TRAUMA_FORM_DAYS = { induction: 14, later: 28 } as const;

/**
 * Whether a form is due at a visit, and why in words, or null when it is not. PHQ-9 and GAD-7 before each dose unless
 * answered within 72 hours; PCL-5 where trauma is treated, every 14 days in induction and every 28 after. Our own rule.
 */
export function formDue(history: FormHistory): string | null {
  const { instrument, daysSinceLast } = history;
  if (instrument === 'phq-9' || instrument === 'gad-7') {
    if (daysSinceLast === null) return 'first of this course';
    return daysSinceLast > FRESH_DAYS ? `last ${daysSinceLast} days ago` : null;
  }
  if (instrument !== 'pcl-5' || !history.asksTrauma) return null;
  if (daysSinceLast === null) return 'first of this course';
  const every = history.phase === 'induction' ? TRAUMA_FORM_DAYS.induction : TRAUMA_FORM_DAYS.later;
  return daysSinceLast >= every ? `last ${daysSinceLast} days ago` : null;
}
