import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A treatment the patient tried before. What is known about it is in the revisions. */
@Entity('prior_treatment')
export class PriorTreatmentEntity {
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
}
