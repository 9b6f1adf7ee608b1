import type { WorklistAlert } from '@courseline/contracts';
import { Link } from 'react-router';
import { useCurrentClinic } from '../../api/current-clinic';
import { acknowledgeAlert, alertsKey } from '../../api/safety-worklist';
import { useDeed } from '../../api/use-deed';
import { classNames } from '../../ui/class-names';
import { describeFailure } from '../../ui/failure-words';
import { useFormat } from '../../ui/format-context';
import { factsWords, raisedWords } from './worklist-words';
import { lastWords } from './last-words';
import styles from './worklist.module.css';

interface WorklistRowProps {
  readonly alert: WorklistAlert;
  readonly onAct: () => void;
}

/** One alert. Taking it on is one press; what was done is said in a dialog. */
export function WorklistRow({ alert, onAct }: WorklistRowProps) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const takeOn = useDeed((_: null, key) => acknowledgeAlert(slug, alert.id, key), {
    refresh: alertsKey(slug),
    onDone: () => undefined,
  });
  const isRisk = alert.level === 'red' && alert.state !== 'resolved';
  const about = `${alert.title}, ${alert.patientName}`;
  return (
    <li className={classNames(styles['row'], isRisk && styles['risk'])}>
      <div className={styles['who']}>
        {isRisk ? (
          <strong className={styles['tag']}>RISK</strong>
        ) : (
          alert.state !== 'resolved' && <strong>!</strong>
        )}
        <Link className={styles['patient']} to={`/c/${slug}/patients/${alert.patientId}`}>
          {alert.patientName}
        </Link>
      </div>
      <div className={styles['what']}>
        <span className={styles['title']}>{alert.title}</span>
        <span>{factsWords(alert.facts)}</span>
        <span className={styles['soft']}>{raisedWords(alert, format)}</span>
        {alert.escalatedAt !== null && alert.state === 'open' && (
          <strong>not taken on in time, told to others {format.nearMoment(alert.escalatedAt)}</strong>
        )}
      </div>
      <div className={styles['whose']}>
        {alert.state === 'resolved' ? (
          <span>{lastWords(alert, format)}</span>
        ) : alert.owner === null ? (
          <strong>nobody yet</strong>
        ) : (
          <span>{alert.owner.name}</span>
        )}
      </div>
      <div className={styles['acts']}>
        {alert.state === 'open' && (
          <button
            type="button"
            className={styles['button']}
            disabled={takeOn.isPending}
            onClick={() => takeOn.mutate(null)}
          >
            Take it on<span className="visually-hidden">: {about}</span>
          </button>
        )}
        <button type="button" className={styles['button']} onClick={onAct}>
          {alert.state === 'resolved' ? 'Show' : 'Record what was done'}
          <span className="visually-hidden">: {about}</span>
        </button>
      </div>
      {takeOn.error !== null && (
        <p className={styles['failure']} role="alert">
          {describeFailure(takeOn.error).title} {describeFailure(takeOn.error).advice}
        </p>
      )}
    </li>
  );
}
