import type { AssessmentWay } from '@courseline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an assessment said at one time: the first entry, an amendment, or that it was entered in error. */
@Entity('assessment_revision')
export class AssessmentRevisionEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid', { name: 'assessment_id' })
  assessmentId: string;

  @PrimaryColumn('integer')
  n: number;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('text')
  status: 'current' | 'entered-in-error' | 'belongs-to-another-patient';

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', precision: 3 })
  recordedAt: Date;

  @Column('text')
  instrument: string;

  @Column('text', { name: 'instrument_version' })
  instrumentVersion: string;

  @Column('smallint', { name: 'item_count' })
  itemCount: number;

  @Column('smallint', { name: 'item_maximum' })
  itemMaximum: number;

  @Column('smallint', { name: 'total_maximum' })
  totalMaximum: number;

  @Column({ type: 'smallint', array: true, nullable: true })
  answers: (number | null)[] | null;

  @Column('smallint', { nullable: true })
  difficulty: number | null;

  @Column('smallint', { name: 'imported_total', nullable: true })
  importedTotal: number | null;

  @Column('smallint', { nullable: true })
  total: number | null;

  @Column('text', { name: 'score_status' })
  scoreStatus: 'complete' | 'prorated' | 'partial' | 'imported';

  /** Made by the database from the answers. */
  @Column({ type: 'smallint', name: 'item_9', nullable: true, insert: false, update: false })
  item9: number | null;

  @Column('text')
  context: 'before-dose' | 'after-dose' | 'between' | 'unknown';

  @Column('date', { name: 'on_date' })
  onDate: string;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  at: Date | null;

  @Column('text')
  way: AssessmentWay;

  @Column('integer', { name: 'seconds_taken', nullable: true })
  secondsTaken: number | null;

  @Column('uuid', { name: 'linked_assessment_id', nullable: true })
  linkedAssessmentId: string | null;

  @Column('uuid', { name: 'import_batch_id', nullable: true })
  importBatchId: string | null;
}
