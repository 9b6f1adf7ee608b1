/** How every revision of a clinical row says what it is and who wrote it. */
export interface Revision {
  n: number;
  status: 'current' | 'entered-in-error' | 'belongs-to-another-patient';
  reason: string | null;
  recorded_by: string;
  recorded_at: Date;
}

export interface PatientRow {
  clinic_id: string;
  id: string;
  mrn: string;
  current_n: number;
  created_by: string;
  created_at: Date;
}

export interface PatientRevisionRow extends Revision {
  clinic_id: string;
  patient_id: string;
  mrn: string;
  family_name: string;
  given_name: string;
  birth_date: string | null;
  sex: 'female' | 'male' | 'other' | 'unknown';
  phone: string | null;
  email: string | null;
  indications: readonly string[];
  allergies: string | null;
  contraindications: string | null;
}

export interface CareTeamRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  account_id: string;
  added_by: string;
  added_at: Date;
  ended_by: string | null;
  ended_at: Date | null;
  end_reason: string | null;
}

export interface PriorTreatmentRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  current_n: number;
  created_at: Date;
}

export interface PriorTreatmentRevisionRow extends Revision {
  clinic_id: string;
  prior_treatment_id: string;
  patient_id: string;
  kind: 'antidepressant' | 'augmentation' | 'other-medicine' | 'psychotherapy' | 'ect' | 'tms' | 'other';
  name: string;
  highest_dose: string | null;
  weeks_at_dose: number | null;
  adherence: 'good' | 'partial' | 'poor' | 'unknown';
  adequate: 'yes' | 'no' | 'unknown';
  adequacy_rule: string | null;
  outcome: 'remission' | 'response' | 'partial' | 'none' | 'intolerant' | 'unknown';
  episode: 'current' | 'earlier' | 'unknown';
  stop_reason: string | null;
  note: string | null;
}

export type CourseAgent = 'ketamine' | 'esketamine' | 'ssri' | 'snri';
export type CourseRoute = 'iv' | 'im' | 'sc' | 'sublingual' | 'oral' | 'intranasal' | 'none';
export type EndReason =
  | 'completed'
  | 'no-benefit'
  | 'side-effects'
  | 'patient-choice'
  | 'cost'
  | 'moved-away'
  | 'lost-to-follow-up'
  | 'clinical-decision'
  | 'other';
export type Phase = 'induction' | 'continuation' | 'maintenance' | 'booster' | 'rescue';

export interface CourseRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  current_n: number;
  created_at: Date;
}

export interface CourseRevisionRow extends Revision {
  clinic_id: string;
  course_id: string;
  patient_id: string;
  agent: CourseAgent;
  agent_name: string | null;
  route: CourseRoute;
  started_on: string;
  declared_day_zero: string | null;
  ended_on: string | null;
  end_reason: EndReason | null;
  end_note: string | null;
  ordered_mg: number | null;
  ordered_mg_per_kg: number | null;
  infusion_minutes: number | null;
  setting_tag: string | null;
  note: string | null;
  linked_course_id: string | null;
}

export interface CoursePhaseRow {
  clinic_id: string;
  course_id: string;
  n: number;
  position: number;
  patient_id: string;
  phase: Phase;
  starts_on: string | null;
  planned_sessions: number | null;
  interval_days: number | null;
}
