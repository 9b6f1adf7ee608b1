import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a patient noticed after a session; at most taken back, never changed. */
@Entity('side_effect_report')
export class SideEffectReportEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'session_id' })
  sessionId: string;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('text')
  code: string;

  @Column('smallint')
  severity: number;

  @Column('smallint', { name: 'onset_minutes', nullable: true })
  onsetMinutes: number | null;

  @Column('integer', { name: 'duration_minutes', nullable: true })
  durationMinutes: number | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid', { name: 'reported_by' })
  reportedBy: string;

  @Column({ type: 'timestamptz', name: 'reported_at', precision: 3 })
  reportedAt: Date;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', precision: 3, nullable: true })
  withdrawnAt: Date | null;
}
