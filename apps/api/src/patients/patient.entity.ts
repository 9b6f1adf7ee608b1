import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person the clinic treats. What is known about the person is in the revisions. */
@Entity('patient')
export class PatientEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** Medical record number as it is now; unique in the clinic. */
  @Column('text')
  mrn: string;

  @Column('integer', { name: 'current_n' })
  currentN: number;

  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column('uuid', { name: 'import_batch_id', nullable: true })
  importBatchId: string | null;
}
