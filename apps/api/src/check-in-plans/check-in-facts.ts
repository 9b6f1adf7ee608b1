import type { CheckInCourse } from '@courseline/treatment';

type CheckInSession = CheckInCourse['sessions'][number];
type CheckInForm = CheckInCourse['forms'][number];

interface SessionRow extends Pick<CheckInSession, 'id' | 'state' | 'phase'> {
  readonly on_date: string;
  readonly at: Date | null;
}

interface FormRow extends Pick<CheckInForm, 'id' | 'instrument'> {
  readonly on_date: string;
  readonly at: Date | null;
  readonly after_dose: boolean;
  readonly session_id: string | null;
}

/** A session as plans look at it. */
export function checkInSession({ id, on_date: onDate, at, state, phase }: SessionRow): CheckInSession {
  return { id, onDate, at: at?.getTime() ?? null, state, phase };
}

/** A form as plans look at it. */
export function checkInForm(row: FormRow): CheckInForm {
  return {
    id: row.id,
    instrument: row.instrument,
    onDate: row.on_date,
    at: row.at?.getTime() ?? null,
    afterDose: row.after_dose,
    sessionId: row.session_id,
  };
}
