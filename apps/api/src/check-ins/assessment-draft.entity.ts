import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A form a patient is filling in, answer by answer; it becomes the assessment of the same id. */
@Entity('assessment_draft')
export class AssessmentDraftEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('uuid', { name: 'course_id', nullable: true })
  courseId: string | null;

  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId: string | null;

  @Column('text')
  instrument: string;

  @Column('text', { name: 'instrument_version' })
  instrumentVersion: string;

  @Column('integer')
  version: number;

  @Column({ type: 'smallint', array: true })
  answers: (number | null)[];

  /** The last item answered or declined. */
  @Column('smallint')
  seen: number;

  @Column('smallint', { nullable: true })
  difficulty: number | null;

  @Column({ type: 'timestamptz', name: 'started_at', precision: 3 })
  startedAt: Date;

  @Column('uuid', { name: 'updated_by' })
  updatedBy: string;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt: Date;

  @Column({ type: 'timestamptz', name: 'closed_at', precision: 3, nullable: true })
  closedAt: Date | null;

  @Column('text', { name: 'closed_as', nullable: true })
  closedAs: 'submitted' | 'expired' | null;
}
