import type { Alert } from '@courseline/contracts';
import { useFormat } from '../../ui/format-context';
import { dispositionLine } from './alert-words';
import styles from './safety.module.css';

/** What people did about an alert, the last of it last. */
export function Dispositions({ alert }: { readonly alert: Alert }) {
  const format = useFormat();
  if (alert.dispositions.length === 0) return <span className={styles['nobody']}>nobody yet</span>;
  return (
    <ul className={styles['dispositions']}>
      {alert.dispositions.map((disposition) => (
        <li key={disposition.id}>
          {dispositionLine(disposition)}
          <span className={styles['by']}>
            {' '}
            {disposition.byName}, {format.nearMoment(disposition.at)}
          </span>
          {disposition.note !== null && <p className={styles['note']}>{disposition.note}</p>}
        </li>
      ))}
    </ul>
  );
}
