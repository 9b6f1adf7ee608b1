import type { Trajectory } from '@courseline/contracts';
import { InstrumentMark } from '../../ui/instrument-mark';
import { useFormat } from '../../ui/format-context';
import { dayRecord, type BoardCursor } from './board-cursor';
import styles from './board.module.css';
import { pointWords } from './point-words';
import { doseWords, effectsWords, sessionName } from './session-words';

interface BoardCardProps {
  readonly trajectory: Trajectory;
  readonly cursor: BoardCursor;
  readonly width: number;
}

const CARD_WIDTH = 288;
const GAP = 14;

/** What is known of the day under the pointer or the keyboard. It repeats what the live region and the tables say. */
export function BoardCard({ trajectory, cursor, width }: BoardCardProps) {
  const format = useFormat();
  const { sessions, forms } = dayRecord(trajectory, cursor.date);
  const isLeft = cursor.x + GAP + CARD_WIDTH > width;
  const left = isLeft ? Math.max(0, cursor.x - GAP - CARD_WIDTH) : cursor.x + GAP;
  return (
    <div className={styles['card']} style={{ left, top: cursor.top, width: CARD_WIDTH }} aria-hidden>
      <p className={styles['cardDay']}>{format.dayShort(cursor.date)}</p>
      {sessions.map((session) => (
        <div key={session.id} className={styles['cardSession']}>
          <p>
            <strong>{sessionName(session)}</strong>
            {doseWords(session, format) !== null && `: ${doseWords(session, format) ?? ''}`}
          </p>
          {session.number !== null && <p>{effectsWords(session)}</p>}
        </div>
      ))}
      <ul className={styles['cardForms']}>
        {forms.map(({ instrument, point }) => (
          <li key={point.id}>
            <InstrumentMark instrument={instrument.id} />
            <span>{pointWords(instrument, point, format)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
