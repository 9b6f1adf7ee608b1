import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing that happened in a session, as somebody wrote it down. */
@Entity('session_event')
export class SessionEventEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'session_id' })
  sessionId: string;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('text')
  kind: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  @Column('jsonb')
  body: object;

  @Column('text', { name: 'draft_row', nullable: true })
  draftRow: string | null;

  @Column('uuid', { nullable: true })
  withdraws: string | null;

  @Column('text', { name: 'rules_version' })
  rulesVersion: string;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', precision: 3 })
  recordedAt: Date;
}
