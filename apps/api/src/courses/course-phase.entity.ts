import type { CoursePhase } from '@courseline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A phase of a course as one revision of it plans: induction, maintenance and so on, in their order. */
@Entity('course_phase')
export class CoursePhaseEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid', { name: 'course_id' })
  courseId: string;

  @PrimaryColumn('integer')
  n: number;

  @PrimaryColumn('smallint')
  position: number;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('text')
  phase: CoursePhase;

  @Column('date', { name: 'starts_on', nullable: true })
  startsOn: string | null;

  @Column('smallint', { name: 'planned_sessions', nullable: true })
  plannedSessions: number | null;

  @Column('numeric', { name: 'interval_days', precision: 5, scale: 2, nullable: true })
  intervalDays: number | null;

  @Column('uuid', { name: 'import_batch_id', nullable: true })
  importBatchId: string | null;
}
