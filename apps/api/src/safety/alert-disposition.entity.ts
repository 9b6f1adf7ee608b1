import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person found and decided on an alert. */
@Entity('alert_disposition')
export class AlertDispositionEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'alert_id' })
  alertId: string;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('smallint', { name: 'cssrs_level', nullable: true })
  cssrsLevel: number | null;

  @Column('boolean', { name: 'safety_plan_reviewed' })
  safetyPlanReviewed: boolean;

  @Column('text')
  decision: string;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', precision: 3 })
  recordedAt: Date;
}
