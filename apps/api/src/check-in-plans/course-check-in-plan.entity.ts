import type { CheckInMomentOfPlan } from '@courseline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of a course's own plan, where it departs from the template. */
@Entity('course_check_in_plan')
export class CourseCheckInPlanEntity {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId: string;

  @PrimaryColumn('uuid', { name: 'course_id' })
  courseId: string;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

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
