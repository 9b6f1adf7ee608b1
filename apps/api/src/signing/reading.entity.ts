import type { ReadingKind, ReadingMoment } from '@courseline/treatment';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One value measured in a session, with its time. */
@Entity('reading')
export class ReadingEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid', { name: 'session_id' })
  sessionId: string;

  @PrimaryColumn('integer')
  n: number;

  @PrimaryColumn('smallint')
  position: number;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('text')
  kind: ReadingKind;

  @Column('text')
  moment: ReadingMoment;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  at: Date | null;

  /** Minutes after the start of the dose; negative before it. */
  @Column('smallint', { nullable: true })
  minute: number | null;

  @Column('numeric', { precision: 6, scale: 2 })
  value: number;

  @Column('numeric', { precision: 6, scale: 2, nullable: true })
  diastolic: number | null;

  @Column('uuid', { name: 'import_batch_id', nullable: true })
  importBatchId: string | null;
}
