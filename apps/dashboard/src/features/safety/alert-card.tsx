import type { Alert } from '@courseline/contracts';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useHasRole } from '../../api/current-clinic';
import { classNames } from '../../ui/class-names';
import { useFormat } from '../../ui/format-context';
import { focusField } from '../../ui/keyboard/field-focus';
import { alertWords, awaitedWords } from './alert-words';
import { DispositionForm, firstAsked } from './disposition-form';
import { Dispositions } from './dispositions';
import { ItemNineChanges } from './item-9-changes';
import styles from './safety.module.css';

/** An answer to item 9 whose alert is not back from the server yet. */
export interface AwaitedAlert {
  readonly awaited: number | 'declined';
}

interface AlertCardProps {
  readonly alert: Alert | AwaitedAlert;
  /** Whom it is about, where the page does not say. */
  readonly patient?: ReactNode;
  /** The mark stays after something was done, where the card tells what was answered. */
  readonly keepsMark?: boolean;
  /** Something was recorded, and the keyboard has nowhere else to be. */
  readonly onRecorded?: () => void;
}

/**
 * One answer to item 9, how it came in, what was done about it, and the form to say so. The form opens and takes the
 * keyboard by its button alone: keys meant for another field must never record a level.
 */
export function AlertCard({ alert, patient, keepsMark = false, onRecorded }: AlertCardProps) {
  const format = useFormat();
  const id = useId();
  const mayRecord = useHasRole('clinician');
  const card = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isBegun, setBegun] = useState(false);
  const known = 'id' in alert ? alert : null;
  const isOpen = known?.open ?? true;
  const isRed = 'id' in alert ? alert.level === 'red' : alert.awaited !== 'declined';
  const isMarked = isRed && (isOpen || keepsMark);
  const showsForm = isBegun && known !== null && isOpen;

  const enterForm = () => {
    if (card.current !== null) focusField(card.current, firstAsked);
  };
  const begin = () => {
    flushSync(() => setBegun(true));
    enterForm();
  };
  useEffect(() => {
    // Begun before the alert was there: whoever waits at the button goes on into the form.
    if (showsForm && document.activeElement === button.current) enterForm();
  }, [showsForm]);

  return (
    <div
      ref={card}
      className={classNames(styles['alert'], isMarked && styles['risk'], !isOpen && styles['done'])}
    >
      <div className={styles['line']}>
        {isMarked && <strong className={styles['tag']}>RISK</strong>}
        {isOpen && !isRed && <strong>!</strong>}
        {patient}
        <span className={styles['what']} role={known === null ? 'alert' : undefined}>
          {'id' in alert ? alertWords(alert, format) : awaitedWords(alert.awaited)}
          {known !== null && known.way === 'patient' && <ItemNineChanges assessmentId={known.assessmentId} />}
        </span>
        {known !== null && (
          <div className={styles['did']}>
            <Dispositions alert={known} />
          </div>
        )}
        {isOpen &&
          (mayRecord ? (
            <button
              ref={button}
              type="button"
              className={styles['button']}
              aria-expanded={showsForm}
              aria-controls={id}
              data-field="alert"
              onClick={begin}
              onKeyDown={ignoreValues}
            >
              Record what was done
            </button>
          ) : (
            <span className={styles['by']}>A clinician records what was done.</span>
          ))}
      </div>
      {isBegun && known === null && <p>The form opens here once the answer is saved.</p>}
      {showsForm && (
        <div id={id}>
          <DispositionForm
            alert={known}
            onClose={() => {
              setBegun(false);
              button.current?.focus();
            }}
            onRecorded={(recorded) => {
              const active = document.activeElement;
              const isFree = active === null || active === document.body || card.current?.contains(active);
              setBegun(recorded.open);
              if (isFree === true) onRecorded?.();
            }}
          />
        </div>
      )}
    </div>
  );
}

/** "128/82" typed on in the belief of being in the next field does nothing here: its stroke would open the search. */
function ignoreValues(event: KeyboardEvent): void {
  if (/^[\d/]$/.test(event.key)) event.preventDefault();
}
