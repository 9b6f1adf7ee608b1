import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a patient said after the forms of a check-in; never changed. */
@Entity('check_in_note')
export class CheckInNoteEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId: string | null;

  @Column('text', { name: 'side_effects' })
  sideEffects: 'none' | 'some' | 'not-asked';

  @Column('text', { nullable: true })
  note: string | null;

  @Column({ type: 'timestamptz', name: 'written_at', precision: 3 })
  writtenAt: Date;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', precision: 3 })
  recordedAt: Date;
}
