import { checkAnswers, type Answers } from './answers.js';
import { pcl5 } from './pcl-5.js';

/** How many symptoms of each cluster the DSM-5 asks for. */
const symptomsNeeded: readonly (readonly [cluster: string, symptoms: number])[] = [
  ['B', 1],
  ['C', 1],
  ['D', 2],
  ['E', 2],
];

/**
 * Whether the PCL-5 answers meet the DSM-5 symptom pattern: provisional, never a diagnosis (exposure to trauma is
 * not asked, and a positive answer needs an interview such as the CAPS-5). Null unless all 20 items are
 * answered. Throws `AnswerError` for answers that are not a PCL-5.
 *
 * A symptom is an item of at least 2 ("Moderately"); needed are 1 of B, 1 of C, 2 of D, 2 of E. Source:
 * Weathers 2013, National Center for PTSD.
 */
export function pcl5ProvisionalRule(answers: Answers): boolean | null {
  checkAnswers(pcl5, answers);
  const given = answers.filter((answer) => answer !== null);
  if (given.length < pcl5.itemCount) return null;
  const symptoms = new Set(given.flatMap((answer, index) => (answer >= 2 ? [index + 1] : [])));
  return symptomsNeeded.every(
    ([cluster, needed]) =>
      pcl5.items.filter((item) => item.cluster === cluster && symptoms.has(item.number)).length >= needed,
  );
}

/**
 * Whether PCL-5 item 16 ("things that could cause you harm") asks for a clinician's look: from 3 ("Quite a
 * bit"). Null when not answered. Our own rule, and not a suicide alert: risk-taking is a symptom of its own.
 * Throws `AnswerError` for answers that are not a PCL-5.
 */
export function harmItemFlag(answers: Answers): boolean | null {
  checkAnswers(pcl5, answers);
  const value = answers[15] ?? null;
  return value === null ? null : value >= 3;
}
