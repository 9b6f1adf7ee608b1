import type { TrajectorySession } from '@courseline/contracts';
import { routeDefinition } from '@courseline/treatment';
import { memo } from 'react';
import { classNames } from '../ui/class-names';
import { isInPlot, type Frame } from './frame';
import { LaneName } from './lane-name';
import styles from './lanes.module.css';
import { leastDistance } from './session-lanes';
import { doseLabel, sessionLook } from './session-mark';

export interface PlacedSession {
  readonly session: TrajectorySession;
  readonly x: number;
}

interface DoseLaneProps {
  readonly sessions: readonly PlacedSession[];
  readonly frame: Frame;
  readonly activeDate: string | null;
}

const MARK = { width: 24, height: 16 } as const;
/** A session that did not take place has no letters: it stands small between those that did. */
const MISSED_WIDTH = 8;
const LABEL_ROOM = 44;
const HEIGHT = 42;

/** Which doses are written out: all where there is room, else the first, the last and each change that has room. */
function labelled(sessions: readonly PlacedSession[]): ReadonlySet<string> {
  const kept = new Set<string>();
  let right = -Infinity;
  let lastMg: number | null = null;
  for (const { session, x } of sessions) {
    if (session.givenMg === null || x - right < LABEL_ROOM) continue;
    const isRoomy = leastDistance(sessions.map((each) => each.x)) >= LABEL_ROOM;
    if (!isRoomy && session.givenMg === lastMg) continue;
    kept.add(session.id);
    right = x;
    lastMg = session.givenMg;
  }
  return kept;
}

/** Doses on the time axis: the letters of the route, filled when given, hollow when it did not come to it. */
export const DoseLane = memo(function DoseLane({ sessions, frame, activeDate }: DoseLaneProps) {
  const seen = sessions.filter(({ x }) => isInPlot(x, frame));
  const room = leastDistance(
    seen.filter(({ session }) => sessionLook(session) !== 'missed').map(({ x }) => x),
  );
  const withLetters = room >= MARK.width + 2;
  const labels = labelled(seen);
  const narrow = Math.max(3, Math.min(MISSED_WIDTH, room - 2));
  return (
    <svg className={styles['lane']} width={frame.width} height={HEIGHT} aria-hidden focusable="false">
      <LaneName frame={frame} y={15} name="Dose" />
      {seen.map(({ session, x }) => {
        const look = sessionLook(session);
        const isLettered = withLetters && look !== 'missed';
        const width = isLettered ? MARK.width : narrow;
        const label = labels.has(session.id) ? doseLabel(session.givenMg) : null;
        return (
          <g key={session.id} transform={`translate(${x} 0)`}>
            <rect
              x={-width / 2}
              y={3}
              width={width}
              height={MARK.height}
              rx={2}
              className={classNames(
                styles['dose'],
                styles[look],
                session.phase === 'maintenance' && styles['maintenance'],
                session.date === activeDate && styles['active'],
              )}
            />
            {isLettered && (
              <text
                y={15.5}
                textAnchor="middle"
                className={
                  look === 'given' && session.phase !== 'maintenance' ? styles['onDose'] : styles['letters']
                }
              >
                {routeDefinition(session.route).mark}
              </text>
            )}
            {look === 'missed' && (
              <path d={`M${-width / 2 - 2} 21 ${width / 2 + 2} 1`} className={styles['strike']} />
            )}
            {label !== null && (
              <text y={35} textAnchor="middle" className={styles['mg']}>
                {label}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
});
