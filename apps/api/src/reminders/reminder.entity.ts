import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A letter or text with a link to a check-in, and for which occurrences of the plan; none where a person asked for it. */
@Entity('reminder')
export class ReminderEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('uuid', { name: 'message_id' })
  messageId: string;

  @Column({ type: 'text', array: true })
  occurrences: string[];

  @Column('uuid', { name: 'asked_by', nullable: true })
  askedBy: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;
}
