import type { CourseSideEffects, Trajectory, TrajectorySession } from '@courseline/contracts';
import { routeDefinition } from '@courseline/treatment';
import { useRef } from 'react';
import { DurationChart } from '../../charts/duration-chart';
import { effectRows, givenSessions, type EffectCell } from '../../charts/session-lanes';
import { doseLabel } from '../../charts/session-mark';
import { sessionTable } from '../../charts/session-table';
import { useFigureSize } from '../../charts/use-figure-size';
import { effectName } from '../../messages/side-effect-words';
import { classNames } from '../../ui/class-names';
import { CsvButton } from '../../ui/csv-button';
import { DataTable, type Column } from '../../ui/data-table';
import { useFormat, type Format } from '../../ui/format-context';
import { Section } from '../../ui/page';
import { EmptyState } from '../../ui/states';
import { durationRows } from './effect-durations';
import { severityCounts, severityOf, sideEffectFinding } from './side-effect-words';
import styles from './side-effects.module.css';

type Effect = CourseSideEffects['effects'][number];

/** The side effects of one course: how often and how bad, when, and for how long. */
export function SideEffectsSection({ trajectory }: { readonly trajectory: Trajectory }) {
  const { sessions, sideEffects, patient } = trajectory;
  const given = givenSessions(sessions);
  if (given.length === 0) {
    return (
      <EmptyState title="The side effects of the course will be here">
        Once a session is logged and signed, this page shows which side effects came up, how severe they were
        and how long they lasted.
      </EmptyState>
    );
  }
  return (
    <>
      <p className={styles['finding']}>{sideEffectFinding(sideEffects)}</p>
      {sideEffects.effects.length > 0 && (
        <>
          <HowOften sideEffects={sideEffects} />
          <BySession
            sessions={sessions}
            fileName={`side-effects-${patient.mrn.replaceAll(/[^A-Za-z0-9-]/g, '_')}`}
          />
          <HowLong sessions={sessions} sideEffects={sideEffects} />
        </>
      )}
    </>
  );
}

function HowOften({ sideEffects }: { readonly sideEffects: CourseSideEffects }) {
  const format = useFormat();
  return (
    <Section
      title="How often and how severe"
      lead="Of the sessions in which side effects were asked about. Asked for, they are named more often than when people report them on their own."
    >
      <DataTable
        caption="Side effects, the most frequent first"
        rows={sideEffects.effects}
        rowKey={({ code }) => code}
        columns={columnsOf(format)}
      />
    </Section>
  );
}

function columnsOf(format: Format): readonly [Column<Effect>, ...Column<Effect>[]] {
  return [
    {
      id: 'name',
      header: 'Side effect',
      cell: ({ code }) => effectName({ code, otherText: null }),
    },
    {
      id: 'sessions',
      header: 'Sessions',
      cell: ({ sessions, reportedUnasked }) => (
        <>
          {sessions.x} of {sessions.n}
          {reportedUnasked > 0 && `, and ${reportedUnasked} unasked`}
        </>
      ),
      card: 'end',
    },
    { id: 'severity', header: 'Severity', cell: severityCounts },
    { id: 'worst', header: 'At worst', cell: ({ worst }) => severityOf(worst), card: 'hidden' },
    {
      id: 'serious',
      header: 'Serious',
      cell: ({ serious }) => (serious === 0 ? 'none' : <strong>! {serious}</strong>),
      card: 'hidden',
    },
    { id: 'passed', header: 'Passed after the dose', cell: (effect) => resolutionWords(effect, format) },
  ];
}

function resolutionWords({ resolution }: Effect, format: Format): string {
  const { n, medianMinutes, longestMinutes, unknown } = resolution;
  const left = unknown === 0 ? '' : `; end not known in ${unknown}`;
  if (medianMinutes === null || longestMinutes === null) return `not recorded${left}`;
  if (n === 1) return `${format.duration(medianMinutes)} (1 session)${left}`;
  return `median ${format.duration(medianMinutes)}, longest ${format.duration(longestMinutes)} (${n} sessions)${left}`;
}

interface BySessionProps {
  readonly sessions: readonly TrajectorySession[];
  readonly fileName: string;
}

/** A part that scrolls sideways must be reachable by keyboard. */
const SCROLLED = 'region';

function BySession({ sessions, fileName }: BySessionProps) {
  const format = useFormat();
  const given = givenSessions(sessions);
  const rows = effectRows(sessions);
  const worst = (session: TrajectorySession): EffectCell => ({
    sessionId: session.id,
    severity: session.sideEffects.reduce<number | null>(
      (most, { severity }) => (most === null || severity > most ? severity : most),
      session.sideEffectsAsked === 'not-asked' ? null : 0,
    ),
    serious: session.sideEffects.some(({ serious }) => serious),
  });
  return (
    <Section
      title="Session by session"
      lead="1 mild, 2 moderate, 3 severe; 0 asked and none, blank not asked; ! serious."
      actions={
        <CsvButton name={fileName} of="side effects by session" table={() => sessionTable(sessions)} />
      }
    >
      <div
        className={styles['scroll']}
        role={SCROLLED}
        aria-label="Side effects session by session"
        tabIndex={0}
      >
        <table className={styles['map']}>
          <thead>
            <tr>
              <th scope="col">Session</th>
              {given.map((session) => (
                <th key={session.id} scope="col">
                  {session.number}
                  <span className={styles['under']}>{format.dayShort(session.date)}</span>
                  <span className={styles['under']}>
                    {routeDefinition(session.route).mark} {doseLabel(session.givenMg)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{effectName(row)}</th>
                {row.cells.map((cell) => (
                  <Cell key={cell.sessionId} cell={cell} />
                ))}
              </tr>
            ))}
            <tr className={styles['worst']}>
              <th scope="row">Worst of the session</th>
              {given.map((session) => (
                <Cell key={session.id} cell={worst(session)} />
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Cell({ cell }: { readonly cell: EffectCell }) {
  return (
    <td
      className={classNames(
        cell.severity !== null && styles[`shade-${cell.severity}`],
        cell.serious && styles['serious'],
      )}
    >
      {cell.severity === null ? <span className="visually-hidden">not asked</span> : cell.severity}
      {cell.serious && '!'}
    </td>
  );
}

interface HowLongProps {
  readonly sessions: readonly TrajectorySession[];
  readonly sideEffects: CourseSideEffects;
}

function HowLong({ sessions, sideEffects }: HowLongProps) {
  const figure = useRef<HTMLElement>(null);
  const { width } = useFigureSize(figure);
  const rows = durationRows(sessions, sideEffects);
  const unknown = sideEffects.effects.reduce((sum, { resolution }) => sum + resolution.unknown, 0);
  return (
    <Section
      title="From when to when"
      lead={`One bar a session, darker for worse; the line marks when half of them had passed.${unknown === 0 ? '' : ` ${unknown} without a known end ${unknown === 1 ? 'is' : 'are'} not drawn.`} The table above says the same.`}
    >
      <figure ref={figure} className={styles['figure']} aria-label="From when to when side effects lasted">
        {rows.length === 0 ? (
          <p>
            No onset and duration recorded yet: enter both when logging a session to see how long they last.
          </p>
        ) : (
          width > 0 && <DurationChart rows={rows} width={width} />
        )}
      </figure>
    </Section>
  );
}
