import type { CourseAgent, CourseEndReason, CourseRoute, RevisionStatus } from '@courseline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A course as it was at one time: agent and route, what is ordered, when it began and how it ended. */
@Entity('course_revision')
export class CourseRevisionEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid', { name: 'course_id' })
  courseId: string;

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
  agent: CourseAgent;

  @Column('text', { name: 'agent_name', nullable: true })
  agentName: string | null;

  @Column('text')
  route: CourseRoute;

  @Column('date', { name: 'started_on' })
  startedOn: string;

  @Column('date', { name: 'declared_day_zero', nullable: true })
  declaredDayZero: string | null;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn: string | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason: CourseEndReason | null;

  @Column('text', { name: 'end_note', nullable: true })
  endNote: string | null;

  @Column('numeric', { name: 'ordered_mg', precision: 8, scale: 3, nullable: true })
  orderedMg: number | null;

  @Column('numeric', { name: 'ordered_mg_per_kg', precision: 6, scale: 3, nullable: true })
  orderedMgPerKg: number | null;

  @Column('smallint', { name: 'infusion_minutes', nullable: true })
  infusionMinutes: number | null;

  @Column('text', { name: 'setting_tag', nullable: true })
  settingTag: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid', { name: 'linked_course_id', nullable: true })
  linkedCourseId: string | null;

  @Column('uuid', { name: 'import_batch_id', nullable: true })
  importBatchId: string | null;
}
