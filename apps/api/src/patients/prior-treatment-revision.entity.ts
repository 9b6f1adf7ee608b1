import type { RevisionStatus } from '@courseline/contracts';
import type {
  Adequacy,
  Adherence,
  Episode,
  PriorTreatmentKind,
  PriorTreatmentOutcome,
} from '@courseline/treatment';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was known about an earlier treatment at one time, and whether it was judged to have been tried well enough. */
@Entity('prior_treatment_revision')
export class PriorTreatmentRevisionEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid', { name: 'prior_treatment_id' })
  priorTreatmentId: string;

  @PrimaryColumn('integer')
  n: number;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('text')
  status: RevisionStatus;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', precision: 3 })
  recordedAt: Date;

  @Column('text')
  kind: PriorTreatmentKind;

  @Column('text')
  name: string;

  @Column('text', { name: 'highest_dose', nullable: true })
  highestDose: string | null;

  @Column('smallint', { name: 'weeks_at_dose', nullable: true })
  weeksAtDose: number | null;

  @Column('text')
  adherence: Adherence;

  @Column('text')
  adequate: Adequacy;

  /** The rule that judged it; null where a person did. */
  @Column('text', { name: 'adequacy_rule', nullable: true })
  adequacyRule: string | null;

  @Column('text')
  outcome: PriorTreatmentOutcome;

  @Column('text')
  episode: Episode;

  @Column('text', { name: 'stop_reason', nullable: true })
  stopReason: string | null;

  @Column('text', { nullable: true })
  note: string | null;
}
