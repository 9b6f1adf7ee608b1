import type { WorklistAlert } from '@courseline/contracts';
import { useHasRole } from '../../api/current-clinic';
import { Dialog } from '../../ui/dialog';
import { useFormat } from '../../ui/format-context';
import { AlertHistory } from './alert-history';
import { AssignForm } from './assign-form';
import { DispositionForm } from './disposition-form';
import { ResolutionForm } from './resolution-form';
import { factsWords, raisedWords } from './worklist-words';
import styles from './worklist.module.css';

interface AlertDialogProps {
  readonly alert: WorklistAlert;
  readonly onClose: () => void;
}

/** One alert: what the rule asks for, what was done so far, and the form to say what was done now. */
export function AlertDialog({ alert, onClose }: AlertDialogProps) {
  const format = useFormat();
  const mayResolve = useHasRole('clinician');
  const isItemNine = alert.rule === 'item-9' || alert.rule === 'item-9-declined';
  const isResolved = alert.state === 'resolved';
  return (
    <Dialog opened onClose={onClose} title={`${alert.patientName}: ${alert.title}`} size="lg">
      <p>
        {factsWords(alert.facts)}, <span className={styles['soft']}>{raisedWords(alert, format)}</span>
      </p>
      {!isResolved && <p className={styles['handling']}>{alert.handling}</p>}
      <AlertHistory alert={alert} />
      {!isResolved && (
        <>
          <div className={styles['part']}>
            {!mayResolve ? (
              <p>A clinician records what was done.</p>
            ) : isItemNine ? (
              <DispositionForm alert={alert} onClose={onClose} onRecorded={onClose} />
            ) : (
              <ResolutionForm alert={alert} onDone={onClose} />
            )}
          </div>
          <AssignForm alert={alert} onDone={onClose} />
        </>
      )}
    </Dialog>
  );
}
