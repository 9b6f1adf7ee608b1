import type { Trajectory } from '@courseline/contracts';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../../ui/format-context';
import { InstrumentName } from '../../ui/instrument-mark';
import { Notation } from '../../ui/notation';
import { dayRecord, recordedDays } from './board-cursor';
import styles from './day-facts.module.css';
import { bandLabel, contextWords, item9Words, originWords, statusWords } from './point-words';
import { doseWords, effectWords, pressureWords, sessionName } from './session-words';

interface DayFactsProps {
  readonly trajectory: Trajectory;
  readonly date: string;
  readonly onDay: (date: string | null) => void;
  /** Ways on from a session, such as to its record. */
  readonly sessionActions?: ((sessionId: string) => ReactNode) | undefined;
  /** Ways on from a form, such as to its answers. */
  readonly formActions?: ((assessmentId: string) => ReactNode) | undefined;
}

/** All facts of one day, kept open beside the chart. */
export function DayFacts({ trajectory, date, onDay, sessionActions, formActions }: DayFactsProps) {
  const format = useFormat();
  const { sessions, forms } = dayRecord(trajectory, date);
  const days = recordedDays(trajectory);
  const at = days.indexOf(date);
  const before = days[at - 1];
  const after = at === -1 ? undefined : days[at + 1];
  return (
    <aside className={styles['facts']} aria-label={`Facts of ${format.day(date)}`}>
      <header className={styles['header']}>
        <h2 className={styles['day']}>{format.day(date)}</h2>
        <div className={styles['moves']} data-screen-only>
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={before === undefined}
            onClick={() => onDay(before ?? date)}
          >
            Earlier
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={after === undefined}
            onClick={() => onDay(after ?? date)}
          >
            Later
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={() => onDay(null)}>
            Close
          </Button>
        </div>
      </header>
      {sessions.length === 0 && forms.length === 0 && <p>Nothing was recorded on this day.</p>}
      {sessions.map((session) => (
        <section key={session.id} className={styles['part']}>
          <h3>{sessionName(session)}</h3>
          <dl className={styles['list']}>
            <Fact name="Dose">{doseWords(session, format)}</Fact>
            <Fact name="Weight">
              {session.weightKg === null ? null : `${format.number(session.weightKg, 1)} kg`}
            </Fact>
            <Fact name="Blood pressure">{pressureWords(session)}</Fact>
            <Fact name="Reason">{session.stateReason}</Fact>
            <Fact name="Side effects">
              {session.number === null ? null : session.sideEffects.length === 0 ? (
                session.sideEffectsAsked === 'not-asked' ? (
                  'not asked'
                ) : (
                  'asked, none'
                )
              ) : (
                <ul className={styles['effects']}>
                  {session.sideEffects.map((effect) => (
                    <li key={`${effect.code} ${effect.otherText ?? ''}`}>{effectWords(effect, format)}</li>
                  ))}
                </ul>
              )}
            </Fact>
            <Fact name="Note">{session.note}</Fact>
            <Fact name="Signed">
              {session.signedAt === null
                ? null
                : `${session.signedBy ?? 'a former member'}, ${format.moment(session.signedAt)}`}
            </Fact>
          </dl>
          {sessionActions !== undefined && (
            <div className={styles['actions']} data-screen-only>
              {sessionActions(session.id)}
            </div>
          )}
        </section>
      ))}
      {forms.map(({ instrument, point }) => (
        <section key={point.id} className={styles['part']}>
          <h3>
            <InstrumentName instrument={instrument.id} />{' '}
            <Notation
              value={point.total}
              was={point.change === null ? null : (instrument.baseline?.total ?? null)}
              missing={statusWords(instrument, point)}
            />
          </h3>
          <p className={styles['quiet']}>
            {[
              bandLabel(instrument, point),
              point.total === null || point.status === 'complete' ? null : statusWords(instrument, point),
              point.id === instrument.baseline?.pointId ? 'the baseline' : null,
              contextWords(point),
              point.at === null ? originWords(point) : `${originWords(point)}, ${format.time(point.at)}`,
            ]
              .filter((part) => part !== null)
              .join(', ')}
          </p>
          {item9Words(point) !== null && <p className={styles['risk']}>{item9Words(point)}</p>}
          {formActions !== undefined && (
            <div className={styles['actions']} data-screen-only>
              {formActions(point.id)}
            </div>
          )}
        </section>
      ))}
    </aside>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (children === null) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
