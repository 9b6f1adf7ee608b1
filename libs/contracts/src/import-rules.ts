import { z } from 'zod';

export const findingLevels = ['refused', 'warning'] as const;
export type FindingLevel = (typeof findingLevels)[number];

interface ImportRule {
  readonly level: FindingLevel;
  readonly words: string;
}

const refused = (words: string): ImportRule => ({ level: 'refused', words });
const warning = (words: string): ImportRule => ({ level: 'warning', words });

/** Everything an import finds in a row. A refused row is not imported; a warning is imported and said. */
export const importRules = {
  'cell-count': refused('The row has more or fewer cells than the header.'),
  'text-not-possible': refused('The text is too long or holds characters that cannot be stored.'),
  'person-missing': refused('The row does not say whose it is.'),
  'person-not-a-number': refused('The id is not a whole number, as the mapping says it is.'),
  'day-missing': refused('A date is missing.'),
  'day-not-a-date': refused('A date is not written as the mapping says.'),
  'day-not-possible': refused('A date lies before 1990 (a birth date: 1890) or in the future.'),
  'count-not-a-number': refused('The number of days or weeks is not a whole number.'),
  'sequence-missing': refused('The row has no sequence number.'),
  'sex-unknown': refused('The code for sex is not in the mapping.'),
  'treatment-unknown': refused('The treatment is not in the mapping.'),
  'context-unknown': refused('The code for before or after a dose is not in the mapping.'),
  'instrument-unknown': refused('The instrument is not in the mapping.'),
  'answer-not-possible': refused('The instrument has no such answer.'),
  'total-not-possible': refused('The instrument has no such total.'),
  'total-disagrees': refused('The total is not what its items add up to.'),
  'repeated-differently': refused('The same form stands in the file twice, with different answers.'),
  changed: refused('This form was imported before and says something else now.'),
  'changed-by-hand': refused('This form was imported before and has been changed by hand since.'),
  'taken-out': refused('This form was imported before and has been taken out of the record since.'),
  'other-course': refused('This form was imported before, under another course.'),
  'already-recorded': refused('The record already has a form of this instrument on this day.'),
  'patient-unknown': refused('The record number is not that of a patient here.'),
  'patient-new': warning('The record number is not that of a patient here: a new patient will be made.'),
  prorated: warning('Some items are not answered: the total is prorated from the others.'),
  'name-differs': warning('The record number belongs to a patient of another name.'),
  'birth-date-differs': warning('The record number belongs to a patient with another birth date.'),
  'person-differs': warning('Rows of one person give different names or birth dates; the first counts.'),
  'kept-beside': warning('The record already has a form of this instrument on this day; both are kept.'),
} as const satisfies Record<string, ImportRule>;

export type ImportRuleId = keyof typeof importRules;
export const importRuleIds = Object.keys(importRules) as [ImportRuleId, ...ImportRuleId[]];
export const importRuleSchema = z.enum(importRuleIds);
