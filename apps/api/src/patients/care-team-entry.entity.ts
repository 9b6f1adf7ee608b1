import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a member of the staff treats a patient, from when to when: what gives them the patient's record. */
@Entity('care_team')
export class CareTeamEntryEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('uuid', { name: 'added_by' })
  addedBy: string;

  @Column({ type: 'timestamptz', name: 'added_at', precision: 3 })
  addedAt: Date;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy: string | null;

  @Column({ type: 'timestamptz', name: 'ended_at', precision: 3, nullable: true })
  endedAt: Date | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason: string | null;
}
