import type { Fixable } from '@courseline/contracts';
import { Link } from 'react-router';
import { useCurrentClinic } from '../../api/current-clinic';
import { useFormat } from '../../ui/format-context';
import { Section } from '../../ui/page';
import styles from './cohort.module.css';

type Found = Fixable['formsDue'][number];

const lists: readonly {
  readonly key: Exclude<keyof Fixable, 'today'>;
  readonly one: string;
  readonly many: string;
}[] = [
  {
    key: 'firstDoseWithoutBaseline',
    one: 'first dose today or tomorrow, and no baseline',
    many: 'first doses today or tomorrow, and no baseline',
  },
  {
    key: 'unsignedSessions',
    one: 'session past and neither signed nor closed',
    many: 'sessions past and neither signed nor closed',
  },
  {
    key: 'formsDue',
    one: 'session today or tomorrow without a fresh depression form',
    many: 'sessions today or tomorrow without a fresh depression form',
  },
  {
    key: 'endOfInductionMissing',
    one: 'induction ended 14 to 31 days ago, and no score since',
    many: 'inductions ended 14 to 31 days ago, and no score since',
  },
];

const SHOWN = 5;

/** What is missing today and can still be got: it decides how much of tomorrow's rates there is. */
export function FixableSection({ fixable }: { readonly fixable: Fixable }) {
  const open = lists.filter(({ key }) => fixable[key].length > 0);
  return (
    <Section title="What can still be fixed" lead="Each of these is a number that will be missing later.">
      {open.length === 0 ? (
        <p>Nothing is missing today.</p>
      ) : (
        <div className={styles['fixable']}>
          {open.map(({ key, one, many }) => (
            <FixableList key={key} title={fixable[key].length === 1 ? one : many} found={fixable[key]} />
          ))}
        </div>
      )}
    </Section>
  );
}

function FixableList({ title, found }: { readonly title: string; readonly found: readonly Found[] }) {
  const shown = found.slice(0, SHOWN);
  const more = found.slice(SHOWN);
  return (
    <section>
      <h3>
        <span className={styles['count']}>{found.length}</span> {title}
      </h3>
      <Names found={shown} />
      {more.length > 0 && (
        <details>
          <summary className={styles['summary']}>{more.length} more</summary>
          <Names found={more} />
        </details>
      )}
    </section>
  );
}

function Names({ found }: { readonly found: readonly Found[] }) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  return (
    <ul className={styles['names']}>
      {found.map(({ patientId, name, sessionId, onDate }) => (
        <li key={sessionId ?? patientId}>
          <Link to={`/c/${slug}/patients/${patientId}`}>{name}</Link>{' '}
          <span className={styles['soft']}>{format.nearDay(onDate)}</span>
        </li>
      ))}
    </ul>
  );
}
