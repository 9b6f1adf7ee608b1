import type { Alert } from '@courseline/contracts';
import { useId, useState, type ReactNode } from 'react';
import { useHasRole } from '../../api/current-clinic';
import { classNames } from '../../ui/class-names';
import { useFormat } from '../../ui/format-context';
import { alertWords } from './alert-words';
import { DispositionForm } from './disposition-form';
import { Dispositions } from './dispositions';
import styles from './safety.module.css';

interface AlertCardProps {
  readonly alert: Alert;
  /** Whom it is about, where the page does not say. */
  readonly patient?: ReactNode;
  /** The form stands open from the start, where it is the next thing to do. */
  readonly formOpen?: boolean;
  readonly onRecorded?: () => void;
}

/** One answer to item 9, how it came in, what was done about it, and the form to say so. */
export function AlertCard({ alert, patient, formOpen = false, onRecorded }: AlertCardProps) {
  const format = useFormat();
  const id = useId();
  const mayRecord = useHasRole('clinician');
  const [showsForm, setShowsForm] = useState(formOpen && alert.open && mayRecord);
  const isRisk = alert.open && alert.level === 'red';
  return (
    <div className={classNames(styles['alert'], isRisk && styles['risk'], !alert.open && styles['done'])}>
      <div className={styles['line']}>
        {isRisk && <strong className={styles['tag']}>RISK</strong>}
        {alert.open && !isRisk && <strong>!</strong>}
        {patient}
        <span className={styles['what']}>{alertWords(alert, format)}</span>
        <div className={styles['did']}>
          <Dispositions alert={alert} />
        </div>
        {alert.open &&
          (mayRecord ? (
            <button
              type="button"
              className={styles['button']}
              aria-expanded={showsForm}
              aria-controls={id}
              data-field={showsForm ? undefined : 'alert'}
              onClick={() => setShowsForm(!showsForm)}
            >
              {showsForm ? 'Close' : 'Record what was done'}
            </button>
          ) : (
            <span className={styles['by']}>A clinician records what was done.</span>
          ))}
      </div>
      {showsForm && alert.open && (
        <div id={id} data-field="alert">
          <DispositionForm
            alert={alert}
            onRecorded={(recorded) => {
              setShowsForm(recorded.open);
              onRecorded?.();
            }}
          />
        </div>
      )}
    </div>
  );
}
