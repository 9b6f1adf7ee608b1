import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An answer that a person has to look at; it stays until someone records what was done. */
@Entity('alert')
export class AlertEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('text')
  rule: 'item-9' | 'item-9-declined';

  @Column('text', { name: 'rule_version' })
  ruleVersion: string;

  @Column('text')
  level: 'red' | 'amber';

  @Column('uuid', { name: 'assessment_id' })
  assessmentId: string;

  @Column('integer', { name: 'assessment_n' })
  assessmentN: number;

  @Column('smallint', { nullable: true })
  value: number | null;

  @Column('boolean')
  historical: boolean;

  @Column('text')
  way: 'patient' | 'staff' | 'import';

  @Column('uuid', { name: 'raised_by' })
  raisedBy: string;

  @Column({ type: 'timestamptz', name: 'raised_at', precision: 3 })
  raisedAt: Date;
}
