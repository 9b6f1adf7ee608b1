import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That someone took an alert on, gave it to somebody or resolved it, or that it was escalated. */
@Entity('alert_event')
export class AlertEventEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'alert_id' })
  alertId: string;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('text')
  kind: 'acknowledged' | 'assigned' | 'escalated' | 'resolved';

  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId: string | null;

  @Column('text', { nullable: true })
  outcome: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  /** Null: the clock. */
  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;

  @Column({ type: 'timestamptz', name: 'recorded_at', precision: 3 })
  recordedAt: Date;
}
