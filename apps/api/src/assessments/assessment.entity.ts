import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One filled-in instrument: who it is about and where it belongs. What it says is in its revisions. */
@Entity('assessment')
export class AssessmentEntity {
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

  @Column('integer', { name: 'current_n' })
  currentN: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column('uuid', { name: 'import_batch_id', nullable: true })
  importBatchId: string | null;
}
