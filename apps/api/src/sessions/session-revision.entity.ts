import type { CoursePhase, RevisionStatus, SessionState } from '@courseline/contracts';
import type { Agent, Route } from '@courseline/treatment';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A session as it stood at one time: planned, cancelled, missed, or given with its dose and signature. */
@Entity('session_revision')
export class SessionRevisionEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid', { name: 'session_id' })
  sessionId: string;

  @PrimaryColumn('integer')
  n: number;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('text')
  status: RevisionStatus;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', precision: 3 })
  recordedAt: Date;

  @Column('text')
  state: SessionState;

  @Column('text', { name: 'state_reason', nullable: true })
  stateReason: string | null;

  @Column('text')
  phase: CoursePhase;

  @Column({ type: 'timestamptz', name: 'planned_at', precision: 3, nullable: true })
  plannedAt: Date | null;

  /** The calendar day in the clinic's zone. */
  @Column('date', { name: 'on_date' })
  onDate: string;

  @Column({ type: 'timestamptz', name: 'started_at', precision: 3, nullable: true })
  startedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'ended_at', precision: 3, nullable: true })
  endedAt: Date | null;

  @Column('text')
  agent: Agent;

  @Column('text')
  route: Route;

  @Column('numeric', { name: 'ordered_mg', precision: 8, scale: 3, nullable: true })
  orderedMg: number | null;

  @Column('numeric', { name: 'ordered_mg_per_kg', precision: 6, scale: 3, nullable: true })
  orderedMgPerKg: number | null;

  @Column('numeric', { name: 'given_mg', precision: 8, scale: 3, nullable: true })
  givenMg: number | null;

  @Column('numeric', { name: 'weight_kg', precision: 6, scale: 3, nullable: true })
  weightKg: number | null;

  @Column('numeric', { name: 'weight_entered', precision: 6, scale: 2, nullable: true })
  weightEntered: number | null;

  @Column('text', { name: 'weight_unit', nullable: true })
  weightUnit: 'kg' | 'lb' | null;

  @Column('date', { name: 'weight_on', nullable: true })
  weightOn: string | null;

  @Column('smallint', { name: 'infusion_minutes', nullable: true })
  infusionMinutes: number | null;

  @Column('jsonb', { name: 'route_details' })
  routeDetails: object;

  @Column('jsonb')
  concomitant: object;

  @Column('text', { name: 'dose_reason', nullable: true })
  doseReason: string | null;

  @Column('text', { name: 'pressure_reason', nullable: true })
  pressureReason: string | null;

  @Column('text', { name: 'side_effects_asked' })
  sideEffectsAsked: 'none' | 'some' | 'not-asked';

  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid', { name: 'signed_by', nullable: true })
  signedBy: string | null;

  @Column({ type: 'timestamptz', name: 'signed_at', precision: 3, nullable: true })
  signedAt: Date | null;

  @Column('uuid', { name: 'linked_session_id', nullable: true })
  linkedSessionId: string | null;

  @Column('uuid', { name: 'import_batch_id', nullable: true })
  importBatchId: string | null;
}
