import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A treatment visit of a course. What was planned and what happened is in the revisions. */
@Entity('session')
export class SessionEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('uuid', { name: 'course_id' })
  courseId: string;

  @Column('integer', { name: 'current_n' })
  currentN: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column('uuid', { name: 'import_batch_id', nullable: true })
  importBatchId: string | null;
}
