import type {
  AlertDispositionRow,
  AlertRow,
  AssessmentRevisionRow,
  AssessmentRow,
  ReadingRow,
  ResultReadRow,
  SessionDraftRow,
  SessionRevisionRow,
  SessionRow,
  SideEffectReportRow,
  SideEffectRow,
} from './clinical-rows.js';
import type {
  AccountRow,
  ClinicRow,
  ClinicVersionRow,
  MemberNameRow,
  MembershipRow,
} from './identity-rows.js';
import type {
  CareTeamRow,
  CoursePhaseRow,
  CourseRevisionRow,
  CourseRow,
  PatientRevisionRow,
  PatientRow,
  PriorTreatmentRevisionRow,
  PriorTreatmentRow,
} from './record-rows.js';

export interface DemoTables {
  clinic: ClinicRow;
  clinic_version: ClinicVersionRow;
  account: AccountRow;
  patient: PatientRow;
  patient_revision: PatientRevisionRow;
  membership: MembershipRow;
  member_name: MemberNameRow;
  care_team: CareTeamRow;
  prior_treatment: PriorTreatmentRow;
  prior_treatment_revision: PriorTreatmentRevisionRow;
  course: CourseRow;
  course_revision: CourseRevisionRow;
  course_phase: CoursePhaseRow;
  session: SessionRow;
  session_revision: SessionRevisionRow;
  reading: ReadingRow;
  side_effect: SideEffectRow;
  side_effect_report: SideEffectReportRow;
  session_draft: SessionDraftRow;
  assessment: AssessmentRow;
  assessment_revision: AssessmentRevisionRow;
  alert: AlertRow;
  alert_disposition: AlertDispositionRow;
  result_read: ResultReadRow;
}

export type DemoTable = keyof DemoTables;

/** Parents first: the keys that are not deferred hold after each table. */
function noRows(): { [Table in DemoTable]: DemoTables[Table][] } {
  return {
    clinic: [],
    clinic_version: [],
    account: [],
    patient: [],
    patient_revision: [],
    membership: [],
    member_name: [],
    care_team: [],
    prior_treatment: [],
    prior_treatment_revision: [],
    course: [],
    course_revision: [],
    course_phase: [],
    session: [],
    session_revision: [],
    reading: [],
    side_effect: [],
    side_effect_report: [],
    session_draft: [],
    assessment: [],
    assessment_revision: [],
    alert: [],
    alert_disposition: [],
    result_read: [],
  };
}

export const demoTables = Object.keys(noRows()) as readonly DemoTable[];

/** Rows of one batch by table. Every row of a table has the same columns. */
export class DemoRows {
  private readonly rows = noRows();

  add<Table extends DemoTable>(table: Table, row: DemoTables[Table]): void {
    this.rows[table].push(row);
  }

  of<Table extends DemoTable>(table: Table): readonly DemoTables[Table][] {
    return this.rows[table];
  }
}
