import { getInstrument, scoreAssessment } from '@courseline/instruments';
import { alertFor, ITEM_9_RULE_VERSION } from '../../safety/item-9-rule.js';
import {
  anOmission,
  answersFor,
  difficultyFor,
  withOmission,
  type AnswerProfile,
  type DemoInstrument,
} from './answers.js';
import { minutesLater } from './calendar.js';
import type { AssessmentContext, AssessmentRevisionRow } from './clinical-rows.js';
import { addDispositions } from './dispositions.js';
import type { DemoPatient } from './patient.js';
import { clamp, type Random } from './random.js';
import type { Revision } from './record-rows.js';
import type { Site } from './site.js';

/** One filled-in instrument: what was answered where and when. */
export interface FilledForm {
  readonly instrument: DemoInstrument | 'right-now';
  readonly answers: readonly (number | null)[];
  readonly difficulty: number | null;
  readonly day: number;
  readonly at: Date;
  readonly context: AssessmentContext;
  readonly courseId: string | null;
  readonly sessionId: string | null;
  readonly way: 'patient' | 'staff';
  readonly by: string;
  /** The alert it raises, if any, still waits for someone. */
  readonly isAlertOpen: boolean;
}

/** What one person answers when the form should come to that total, before anything is skipped. */
export function answered(
  random: Random,
  instrument: DemoInstrument,
  profile: AnswerProfile,
  total: number,
  isWhole: boolean,
): Pick<FilledForm, 'answers' | 'difficulty'> {
  const definition = getInstrument(instrument);
  const bounded = clamp(Math.round(total), definition.range.min, definition.range.max);
  const whole = answersFor(random, definition, profile[instrument], bounded);
  const omission = isWhole ? 'none' : anOmission(random, instrument);
  const answers = withOmission(random, whole, omission);
  return { answers, difficulty: instrument === 'phq-9' ? difficultyFor(random, answers) : null };
}

/** A form that came from another patient: known by that one, and put here by a person for a reason. */
export interface MovedForm {
  readonly id: string;
  readonly linkedAssessmentId: string;
  readonly revision: Revision;
}

/** Older forms are on no list of unread ones. */
const READ_DAYS = 95;

/**
 * Files a form under the patient, with the alert its item 9 raises and what was done about it. `currentN` is how
 * many versions it will have; the caller adds those after the first.
 */
export function addForm(
  site: Site,
  patient: DemoPatient,
  form: FilledForm,
  currentN = 1,
  moved: MovedForm | null = null,
): string {
  const filledInAt = minutesLater(form.at, form.way === 'patient' ? 0 : patient.random.whole(1, 6));
  const recordedAt = moved?.revision.recorded_at ?? filledInAt;
  const assessmentId = moved?.id ?? patient.random.uuid(recordedAt);
  site.rows.add('assessment', {
    clinic_id: site.clinicId,
    id: assessmentId,
    patient_id: patient.id,
    course_id: form.courseId,
    session_id: form.sessionId,
    instrument: form.instrument,
    current_n: currentN,
    created_at: recordedAt,
  });
  const revision: Revision = {
    n: 1,
    status: 'current',
    reason: null,
    recorded_by: form.by,
    recorded_at: recordedAt,
  };
  addFormRevision(
    site,
    patient,
    assessmentId,
    form,
    moved?.revision ?? revision,
    moved?.linkedAssessmentId ?? null,
  );
  return assessmentId;
}

/** One version of a form; the caller sets which one is current. */
export function addFormRevision(
  site: Site,
  patient: DemoPatient,
  assessmentId: string,
  form: FilledForm,
  revision: Revision,
  linkedAssessmentId: string | null = null,
): AssessmentRevisionRow {
  const definition = getInstrument(form.instrument);
  const { total, status, answered: count } = scoreAssessment(definition, form.answers);
  const row: AssessmentRevisionRow = {
    clinic_id: site.clinicId,
    assessment_id: assessmentId,
    patient_id: patient.id,
    ...revision,
    instrument: form.instrument,
    instrument_version: definition.version,
    item_count: definition.itemCount,
    item_maximum: definition.itemMaximum,
    total_maximum: definition.range.max,
    answers: form.answers,
    difficulty: form.difficulty,
    imported_total: null,
    total,
    score_status: status,
    context: form.context,
    on_date: site.calendar.date(form.day),
    at: form.at,
    way: form.way,
    seconds_taken: form.way === 'patient' ? Math.round(count * patient.random.between(4, 11)) + 8 : null,
    linked_assessment_id: linkedAssessmentId,
  };
  site.rows.add('assessment_revision', row);
  if (revision.status === 'current') raiseAlert(site, patient, form, row);
  if (revision.n === 1) addReading(site, patient, row);
  return row;
}

/** Forms that patients sent are opened the next morning; what came in since then waits. */
function addReading(site: Site, patient: DemoPatient, row: AssessmentRevisionRow): void {
  const readAt = minutesLater(row.recorded_at, 20 * 60);
  const isRecent = site.calendar.now.getTime() - row.recorded_at.getTime() < READ_DAYS * 86_400_000;
  if (row.way !== 'patient' || readAt >= site.calendar.now || !isRecent) return;
  site.rows.add('result_read', {
    clinic_id: site.clinicId,
    assessment_id: row.assessment_id,
    account_id: patient.clinicianId,
    patient_id: patient.id,
    read_at: readAt,
  });
}

function raiseAlert(
  site: Site,
  patient: DemoPatient,
  form: FilledForm,
  revision: AssessmentRevisionRow,
): void {
  const raised = alertFor({
    assessmentId: revision.assessment_id,
    n: revision.n,
    patientId: patient.id,
    instrument: form.instrument,
    item9: form.answers[8],
    way: form.way,
    historical: false,
  });
  if (raised === null) return;
  const alertId = patient.random.uuid(revision.recorded_at);
  site.rows.add('alert', {
    clinic_id: site.clinicId,
    id: alertId,
    patient_id: patient.id,
    ...raised,
    rule_version: ITEM_9_RULE_VERSION,
    assessment_id: revision.assessment_id,
    assessment_n: revision.n,
    historical: false,
    way: form.way,
    raised_by: revision.recorded_by,
    raised_at: revision.recorded_at,
  });
  if (!form.isAlertOpen) {
    addDispositions(site, patient, { alertId, value: raised.value, at: revision.recorded_at, form });
  }
}
