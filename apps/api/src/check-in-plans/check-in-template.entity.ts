import type { CheckInMomentOfPlan } from '@courseline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of what new courses follow; never changed, the next version follows. */
@Entity('check_in_template')
export class CheckInTemplateEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('integer')
  n: number;

  @Column('jsonb')
  moments: CheckInMomentOfPlan[];

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', precision: 3 })
  recordedAt: Date;
}
