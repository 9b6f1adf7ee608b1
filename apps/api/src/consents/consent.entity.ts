import type { ConsentScope } from '@courseline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signature under one of the clinic's texts, or its withdrawal; never changed. */
@Entity('consent')
export class ConsentEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid', { name: 'patient_id' })
  patientId: string;

  @PrimaryColumn('text')
  scope: ConsentScope;

  @PrimaryColumn('integer')
  n: number;

  @Column('text')
  kind: 'signed' | 'withdrawn';

  @Column('text')
  way: 'own-page' | 'paper';

  @Column('integer', { name: 'text_n', nullable: true })
  textN: number | null;

  @Column('text', { name: 'text_sha256', nullable: true })
  textSha256: string | null;

  @Column('text', { name: 'signed_name', nullable: true })
  signedName: string | null;

  @Column('date', { name: 'signed_on', nullable: true })
  signedOn: string | null;

  @Column('text', { nullable: true })
  meaning: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', precision: 3 })
  recordedAt: Date;
}
