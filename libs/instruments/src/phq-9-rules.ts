import { checkAnswers, type Answers } from './answers.js';
import { phq9 } from './phq-9.js';

export type Phq9Syndrome = 'major-depressive-syndrome' | 'other-depressive-syndrome' | 'none';

/**
 * Which depressive syndrome the PHQ-9 answers suggest: provisional, never a diagnosis (that also needs
 * impairment, and bereavement, mania and bodily causes excluded). Null unless all nine items are answered:
 * prorated forms are not judged. Throws `AnswerError` for answers that are not a PHQ-9.
 *
 * Items 1-8 count from 2 ("More than half the days"), item 9 from 1. Major: at least five counting, one of
 * them item 1 or 2; other: two to four, one of them item 1 or 2. Source: Spitzer 1999, JAMA 282:1737.
 */
export function phq9Algorithm(answers: Answers): Phq9Syndrome | null {
  checkAnswers(phq9, answers);
  const given = answers.filter((answer) => answer !== null);
  if (given.length < phq9.itemCount) return null;
  const counts = given.map((answer, index) => answer >= (index === 8 ? 1 : 2));
  const core = counts.slice(0, 2).some(Boolean);
  const counting = counts.filter(Boolean).length;
  if (!core || counting < 2) return 'none';
  return counting >= 5 ? 'major-depressive-syndrome' : 'other-depressive-syndrome';
}

export interface Item9 {
  /** 0-3, or null when not answered. */
  readonly value: number | null;
  /** True from 1 on. False never means safe: 71.6 % of suicides had answered 0 (Louzon 2016). */
  readonly raisesAlert: boolean;
  /** Skipped or declined: a prompt for staff to ask, never read as 0. */
  readonly declined: boolean;
}

/**
 * What PHQ-9 item 9 (thoughts of being better off dead or of hurting oneself) says, at whatever completeness of
 * the rest of the form. In a draft, null is only "not yet": `declined` holds for forms that were handed in.
 * Throws `AnswerError` for answers that are not a PHQ-9.
 *
 * Any answer above 0 raises an alert: one-year risk of an attempt rises from 0.4 % to 4 % over the answers
 * (Simon 2013, Psychiatr Serv 64:1195; Louzon 2016, Psychiatr Serv 67:517). What follows is ours.
 */
export function item9(answers: Answers): Item9 {
  checkAnswers(phq9, answers);
  const value = answers[8] ?? null;
  return { value, raisesAlert: value !== null && value >= 1, declined: value === null };
}
