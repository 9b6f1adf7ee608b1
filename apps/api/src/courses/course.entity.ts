import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A course of treatment of one patient. What it is and was is in the revisions. */
@Entity('course')
export class CourseEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('integer', { name: 'current_n' })
  currentN: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column('uuid', { name: 'import_batch_id', nullable: true })
  importBatchId: string | null;
}
