import type { OwnInstrument } from '@courseline/contracts';
import { useFormat } from '../../ui/format-context';
import { instrumentMark } from '../../ui/instrument-mark';
import { ownSeries, sinceStart } from './own-chart-series';
import { ownName } from './own-words';
import styles from './own-record.module.css';

const frame = { width: 320, height: 112, padX: 18, padY: 16 };

/** A small line of one's own scores; the same numbers stand in a table below it. */
export function OwnChart({ scores }: { readonly scores: OwnInstrument }) {
  const format = useFormat();
  const { placed, lines } = ownSeries(sinceStart(scores), scores.highest, frame);
  const { colour, path } = instrumentMark(scores.instrument);
  const [first, last] = [placed[0], placed.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <figure className={styles['figure']}>
      <div className={styles['direction']} aria-hidden>
        <span>more symptoms</span>
        <span>fewer symptoms</span>
      </div>
      <svg
        className={styles['chart']}
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-label={`${ownName(scores.instrument)}: ${placed.length} answers since ${format.day(first.point.onDate)}. The numbers are in the table.`}
      >
        <line
          className={styles['ground']}
          x1="0"
          x2={frame.width}
          y1={frame.height - 1}
          y2={frame.height - 1}
        />
        <line className={styles['ground']} x1="0" x2={frame.width} y1="1" y2="1" />
        {lines.map((points) => (
          <polyline
            key={points}
            points={points}
            fill="none"
            stroke={colour}
            strokeWidth="2"
            strokeLinejoin="round"
          />
        ))}
        {placed.map(({ point, x, y }) => (
          <path
            key={`${point.onDate} ${point.at ?? ''}`}
            d={path}
            transform={`translate(${x - 5} ${y - 5}) scale(0.83)`}
            fill={colour}
            className={styles['dot']}
          />
        ))}
        {(first === last ? [last] : [first, last]).map(({ point, x, y }) => (
          <text
            key={`label ${point.onDate} ${point.at ?? ''}`}
            x={x}
            y={y < 32 ? y + 20 : y - 10}
            textAnchor="middle"
            className={styles['label']}
          >
            {point.total}
          </text>
        ))}
      </svg>
      <figcaption className={styles['dates']} aria-hidden>
        <span>{format.dayShort(first.point.onDate)}</span>
        {first !== last && <span>{format.dayShort(last.point.onDate)}</span>}
      </figcaption>
      <details className={styles['details']}>
        <summary>All my answers as numbers</summary>
        <table className={styles['table']}>
          <caption className="visually-hidden">{ownName(scores.instrument)}</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Score, 0 to {scores.highest}</th>
            </tr>
          </thead>
          <tbody>
            {scores.points.toReversed().map((point) => (
              <tr key={`${point.onDate} ${point.at ?? ''}`}>
                <td>{format.day(point.onDate)}</td>
                <td>{point.total}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
