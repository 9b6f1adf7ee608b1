import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that a person has to look at; it stays until someone records what was done. */
@Entity('alert')
export class AlertEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('text')
  rule: string;

  @Column('text', { name: 'rule_version' })
  ruleVersion: string;

  @Column('text')
  level: 'red' | 'amber';

  @Column('text')
  cause: 'form' | 'session' | 'reading' | 'course' | 'absence';

  @Column('uuid', { name: 'assessment_id', nullable: true })
  assessmentId: string | null;

  @Column('integer', { name: 'assessment_n', nullable: true })
  assessmentN: number | null;

  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId: string | null;

  @Column('text', { name: 'subject_key' })
  subjectKey: string;

  @Column('jsonb')
  facts: object;

  @Column('jsonb')
  parameters: object;

  @Column('smallint', { nullable: true })
  value: number | null;

  @Column('boolean')
  historical: boolean;

  @Column('text')
  way: 'patient' | 'kiosk' | 'staff' | 'import' | 'schedule';

  @Column('uuid', { name: 'raised_by', nullable: true })
  raisedBy: string | null;

  @Column({ type: 'timestamptz', name: 'raised_at', precision: 3 })
  raisedAt: Date;
}
