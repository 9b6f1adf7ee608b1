import type { SessionRevision } from '@courseline/contracts';
import { readingRanges } from '@courseline/treatment';
import { askedWords, criterionWords, momentWords, sessionStateWords } from '../../messages/session-words';
import type { Format } from '../../ui/format-context';
import { changesBetween, type RevisionField } from '../../ui/revision-changes';
import { kindsRead, readingRows } from './reading-rows';
import {
  concomitantWords,
  orderWords,
  routeDetailsWords,
  sideEffectLabel,
  sideEffectWords,
  weightWords,
} from './record-words';

/** What a version of a session says, field by field; readings and side effects are told by what they are about. */
function fieldsOf(
  revisions: readonly SessionRevision[],
  format: Format,
): readonly RevisionField<SessionRevision>[] {
  const time = (instant: string | null) => (instant === null ? null : format.moment(instant));
  return [
    { label: 'State', words: (each) => sessionStateWords[each.state] },
    { label: 'Reason for it', words: (each) => each.stateReason },
    { label: 'Day', words: (each) => format.day(each.onDate) },
    { label: 'Phase', words: (each) => each.phase },
    { label: 'Ordered', words: orderWords },
    { label: 'Given', words: (each) => (each.givenMg === null ? null : `${each.givenMg} mg`) },
    { label: 'Minutes of infusion', words: (each) => numberWords(each.infusionMinutes) },
    { label: 'Start of the dose', words: (each) => time(each.startedAt) },
    { label: 'Discharge', words: (each) => time(each.endedAt) },
    { label: 'Weight', words: (each) => weightWords(each, format) },
    { label: 'Details of the dose', words: routeDetailsWords },
    { label: 'Other medicines', words: concomitantWords },
    { label: 'Reason for the dose', words: (each) => each.doseReason },
    { label: 'Reason for treating at this blood pressure', words: (each) => each.pressureReason },
    ...readingFields(revisions, format),
    { label: 'Side effects', words: (each) => askedWords[each.sideEffectsAsked] },
    ...sideEffectFields(revisions),
    { label: 'Note', words: (each) => each.note },
  ];
}

function numberWords(value: number | null): string | null {
  return value === null ? null : String(value);
}

function readingFields(
  revisions: readonly SessionRevision[],
  format: Format,
): readonly RevisionField<SessionRevision>[] {
  const all = revisions.flatMap((revision) => readingRows(revision.readings));
  const rows = new Map(all.map((row) => [row.key, row]));
  return [...rows.values()].flatMap((row) => {
    const name = row.moment === 'other' && row.at !== null ? format.time(row.at) : momentWords[row.moment];
    const of = (revision: SessionRevision) =>
      readingRows(revision.readings).find((each) => each.key === row.key);
    return [
      ...kindsRead(all).map((kind) => ({
        label: `${readingRanges[kind].label}, ${name.toLowerCase()}`,
        words: (revision: SessionRevision) => of(revision)?.values[kind] ?? null,
      })),
      {
        label: `Time, ${name.toLowerCase()}`,
        words: (revision: SessionRevision) => {
          const at = of(revision)?.at ?? null;
          return at === null ? null : format.time(at);
        },
      },
    ];
  });
}

function sideEffectFields(revisions: readonly SessionRevision[]): readonly RevisionField<SessionRevision>[] {
  const codes = [...new Set(revisions.flatMap((revision) => revision.sideEffects.map((each) => each.code)))];
  return codes.map((code) => {
    const of = (revision: SessionRevision) => revision.sideEffects.find((each) => each.code === code);
    const any = revisions.map(of).find((each) => each !== undefined);
    return {
      label: any === undefined ? code : sideEffectLabel(any),
      words: (revision: SessionRevision) => {
        const effect = of(revision);
        if (effect === undefined) return null;
        const grade = effect.ctcaeGrade === null ? '' : `, CTCAE ${effect.ctcaeGrade}`;
        const serious =
          effect.serious === true
            ? `, serious${effect.seriousCriterion === null ? '' : ` (${criterionWords[effect.seriousCriterion].toLowerCase()})`}`
            : '';
        const note = effect.note === null ? '' : `, “${effect.note}”`;
        return `${sideEffectWords(effect)}${grade}${serious}, reported by ${effect.reporter}${note}`;
      },
    };
  });
}

/** What each version changed in the one before it; the first changed nothing. Versions come newest first. */
export function sessionChanges(
  revisions: readonly SessionRevision[],
  format: Format,
): readonly (readonly string[])[] {
  const fields = fieldsOf(revisions, format);
  return revisions.map((revision, at) => changesBetween(revisions[at + 1], revision, fields));
}
