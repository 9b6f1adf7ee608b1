import type { RightNowForm, Trajectory } from '@courseline/contracts';

let made = 0;

/** A form of the state right now, so many hours from the dose of a session; null: nobody knows how many. */
export function aRightNowForm(
  { sessions }: Trajectory,
  number: number,
  hours: number | null,
  answers: readonly (number | null)[],
): RightNowForm {
  const session = sessions.find((each) => each.number === number);
  if (session?.at === undefined || session.at === null) throw new Error('the story has that session');
  made += 1;
  const at = hours === null ? null : new Date(Date.parse(session.at) + hours * 3_600_000).toISOString();
  return {
    id: `01900000-0000-7000-8000-${made.toString(16).padStart(12, '0')}`,
    date: at?.slice(0, 10) ?? session.date,
    at,
    sessionId: hours === null ? null : session.id,
    hoursFromDose: hours,
    answers: [...answers],
  };
}
