import type { SeriousCriterion } from '@courseline/treatment';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One side effect of a session; a code counts once a session. */
@Entity('side_effect')
export class SideEffectEntity {
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
  code: string;

  @Column('text', { name: 'other_text', nullable: true })
  otherText: string | null;

  @Column('smallint')
  severity: number;

  @Column('smallint', { name: 'onset_minutes', nullable: true })
  onsetMinutes: number | null;

  @Column('integer', { name: 'duration_minutes', nullable: true })
  durationMinutes: number | null;

  /** Given by staff, never computed from the severity. */
  @Column('smallint', { name: 'ctcae_grade', nullable: true })
  ctcaeGrade: number | null;

  @Column('boolean', { nullable: true })
  serious: boolean | null;

  @Column('text', { name: 'serious_criterion', nullable: true })
  seriousCriterion: SeriousCriterion | null;

  @Column('text')
  reporter: 'patient' | 'staff';

  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid', { name: 'import_batch_id', nullable: true })
  importBatchId: string | null;
}
