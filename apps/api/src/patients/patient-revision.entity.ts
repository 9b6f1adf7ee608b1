import type { Indication, RevisionStatus, Sex } from '@courseline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was known about a patient at one time. */
@Entity('patient_revision')
export class PatientRevisionEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid', { name: 'patient_id' })
  patientId: string;

  @PrimaryColumn('integer')
  n: number;

  @Column('text')
  status: RevisionStatus;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', precision: 3 })
  recordedAt: Date;

  @Column('text')
  mrn: string;

  @Column('text', { name: 'family_name' })
  familyName: string;

  @Column('text', { name: 'given_name' })
  givenName: string;

  @Column('date', { name: 'birth_date', nullable: true })
  birthDate: string | null;

  @Column('text')
  sex: Sex;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { array: true })
  indications: Indication[];

  @Column('text', { nullable: true })
  allergies: string | null;

  @Column('text', { nullable: true })
  contraindications: string | null;

  @Column('uuid', { name: 'import_batch_id', nullable: true })
  importBatchId: string | null;
}
