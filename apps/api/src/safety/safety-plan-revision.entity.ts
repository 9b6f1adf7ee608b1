import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A patient's safety plan as it was written or reviewed at one time. */
@Entity('safety_plan_revision')
export class SafetyPlanRevisionEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid', { name: 'patient_id' })
  patientId: string;

  @PrimaryColumn('integer')
  n: number;

  @Column('text', { name: 'warning_signs', nullable: true })
  warningSigns: string | null;

  @Column('text', { name: 'what_helps', nullable: true })
  whatHelps: string | null;

  @Column('text', { nullable: true })
  people: string | null;

  @Column('text', { nullable: true })
  professionals: string | null;

  @Column('text', { name: 'safe_place', nullable: true })
  safePlace: string | null;

  @Column('text', { name: 'reasons_to_live', nullable: true })
  reasonsToLive: string | null;

  @Column('date', { name: 'review_on' })
  reviewOn: string;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', precision: 3 })
  recordedAt: Date;
}
