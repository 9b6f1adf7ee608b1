import type { ReminderChannel } from '@courseline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a patient is to be reminded from then on; the last row counts. */
@Entity('reminder_choice')
export class ReminderChoiceEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('text')
  channel: ReminderChannel;

  @Column('uuid', { name: 'chosen_by' })
  chosenBy: string;

  @Column({ type: 'timestamptz', name: 'chosen_at', precision: 3 })
  chosenAt: Date;
}
