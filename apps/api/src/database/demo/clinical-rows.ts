import type { Jsonb } from './copy-text.js';
import type { Phase, Revision } from './record-rows.js';

export interface SessionRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  course_id: string;
  current_n: number;
  created_at: Date;
}

export type SessionState = 'planned' | 'cancelled' | 'no-show' | 'given' | 'stopped-early';

export interface SessionRevisionRow extends Revision {
  clinic_id: string;
  session_id: string;
  patient_id: string;
  state: SessionState;
  state_reason: string | null;
  phase: Phase;
  planned_at: Date | null;
  on_date: string;
  started_at: Date | null;
  ended_at: Date | null;
  agent: 'ketamine' | 'esketamine';
  route: 'iv' | 'im' | 'sc' | 'sublingual' | 'oral' | 'intranasal';
  ordered_mg: number | null;
  ordered_mg_per_kg: number | null;
  given_mg: number | null;
  weight_kg: number | null;
  weight_entered: number | null;
  weight_unit: 'kg' | 'lb' | null;
  weight_on: string | null;
  infusion_minutes: number | null;
  route_details: Jsonb;
  concomitant: Jsonb;
  dose_reason: string | null;
  pressure_reason: string | null;
  side_effects_asked: 'none' | 'some' | 'not-asked';
  note: string | null;
  signed_by: string | null;
  signed_at: Date | null;
  linked_session_id: string | null;
}

export interface ReadingRow {
  clinic_id: string;
  session_id: string;
  n: number;
  position: number;
  patient_id: string;
  kind: 'blood-pressure' | 'pulse' | 'spo2' | 'respiratory-rate' | 'sedation' | 'dissociation';
  moment: 'before' | 'at-40-minutes' | 'end' | 'other';
  at: Date | null;
  minute: number | null;
  value: number;
  diastolic: number | null;
}

export interface SideEffectRow {
  clinic_id: string;
  session_id: string;
  n: number;
  position: number;
  patient_id: string;
  code: string;
  other_text: string | null;
  severity: number;
  onset_minutes: number | null;
  duration_minutes: number | null;
  ctcae_grade: number | null;
  serious: boolean | null;
  serious_criterion: string | null;
  reporter: 'patient' | 'staff';
  note: string | null;
}

export interface SideEffectReportRow {
  clinic_id: string;
  id: string;
  session_id: string;
  patient_id: string;
  code: string;
  severity: number;
  onset_minutes: number | null;
  duration_minutes: number | null;
  note: string | null;
  reported_by: string;
  reported_at: Date;
  withdrawn_at: Date | null;
}

export interface SessionDraftRow {
  clinic_id: string;
  session_id: string;
  patient_id: string;
  version: number;
  body: Jsonb;
  updated_by: string;
  updated_at: Date;
  closed_at: Date | null;
  closed_as: string | null;
}

export interface AssessmentRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  course_id: string | null;
  session_id: string | null;
  instrument: string;
  current_n: number;
  created_at: Date;
}

export type AssessmentContext = 'before-dose' | 'after-dose' | 'between' | 'unknown';

export interface AssessmentRevisionRow extends Revision {
  clinic_id: string;
  assessment_id: string;
  patient_id: string;
  instrument: string;
  instrument_version: string;
  item_count: number;
  item_maximum: number;
  total_maximum: number;
  answers: readonly (number | null)[];
  difficulty: number | null;
  imported_total: null;
  total: number | null;
  score_status: 'complete' | 'prorated' | 'partial';
  context: AssessmentContext;
  on_date: string;
  at: Date | null;
  way: 'patient' | 'staff';
  seconds_taken: number | null;
  linked_assessment_id: string | null;
}

export interface AlertRow {
  clinic_id: string;
  id: string;
  patient_id: string;
  rule: 'item-9' | 'item-9-declined';
  rule_version: string;
  level: 'red' | 'amber';
  assessment_id: string;
  assessment_n: number;
  value: number | null;
  historical: boolean;
  way: 'patient' | 'staff';
  raised_by: string;
  raised_at: Date;
}

export type Decision =
  | 'safe-to-treat-today'
  | 'dose-postponed'
  | 'safety-plan-agreed'
  | 'seen-same-day'
  | 'emergency-services'
  | 'could-not-reach'
  | 'answer-in-error'
  | 'other';

export interface AlertDispositionRow {
  clinic_id: string;
  id: string;
  alert_id: string;
  patient_id: string;
  cssrs_level: number | null;
  safety_plan_reviewed: boolean;
  decision: Decision;
  note: string | null;
  recorded_by: string;
  recorded_at: Date;
}

export interface ResultReadRow {
  clinic_id: string;
  assessment_id: string;
  account_id: string;
  patient_id: string;
  read_at: Date;
}
