import type { SessionPlan } from '@courseline/contracts';
import { Link } from 'react-router';
import { useCurrentClinic, useHasRole } from '../../api/current-clinic';
import { phaseWords } from '../../messages/clinical-words';
import { orderWords, sessionStateWords } from '../../messages/plan-words';
import { DataTable, type Column } from '../../ui/data-table';
import { useFormat, type Format } from '../../ui/format-context';
import styles from './planning.module.css';
import { SessionDeeds } from './session-deeds';

/** The sessions of a course: planned, given, and those that did not take place with why. */
export function CourseSessions({ sessions }: { readonly sessions: readonly SessionPlan[] }) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const treats = useHasRole('nurse', 'clinician');
  if (sessions.length === 0) return <p className={styles['soft']}>No sessions are planned yet.</p>;
  return (
    <DataTable
      caption="Sessions"
      rows={sessions}
      rowKey={(session) => session.id}
      columns={columns(slug, format, treats)}
    />
  );
}

function columns(
  slug: string,
  format: Format,
  treats: boolean,
): [Column<SessionPlan>, ...Column<SessionPlan>[]] {
  return [
    {
      id: 'when',
      header: 'Session',
      cell: (session) => (
        <span className={styles['when']}>
          {session.state === 'cancelled' || session.state === 'no-show' ? (
            <span>{dayWords(session.onDate, format)}</span>
          ) : (
            <Link to={`/c/${slug}/sessions/${session.id}${session.isSigned ? '' : '/log'}`}>
              {dayWords(session.onDate, format)}
            </Link>
          )}
          {session.plannedAt !== null && (
            <span className={styles['soft']}>{format.time(session.plannedAt)}</span>
          )}
        </span>
      ),
    },
    {
      id: 'phase',
      header: 'Phase',
      cell: (session) => `${phaseWords[session.phase]}${session.number === null ? '' : ` ${session.number}`}`,
    },
    { id: 'state', header: 'State', cell: stateWords },
    { id: 'dose', header: 'Dose', numeric: true, cell: doseWords },
    ...(treats
      ? [
          {
            id: 'deeds',
            header: '',
            card: 'end' as const,
            fit: true,
            cell: (session: SessionPlan) => (session.isSigned ? null : <SessionDeeds session={session} />),
          },
        ]
      : []),
  ];
}

/** Exact, as in every table; today is said as well. */
function dayWords(day: string, format: Format): string {
  const today = format.today();
  const exact = day.slice(0, 4) === today.slice(0, 4) ? format.dayShort(day) : format.day(day);
  return day === today ? `${exact}, today` : exact;
}

function stateWords(session: SessionPlan): string {
  const words = sessionStateWords[session.state];
  return session.stateReason === null ? words : `${words}: ${session.stateReason}`;
}

function doseWords(session: SessionPlan): string | null {
  if (session.givenMg !== null) return `${session.givenMg} mg`;
  const order = orderWords(session);
  return session.state === 'planned' && order !== null ? `${order} ordered` : null;
}
