import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names';
import type { Completion, SheetPart } from './completion';
import { rowLabel } from './vitals-rows';
import styles from './sheet.module.css';

interface SignBarProps {
  readonly completion: Completion;
  readonly gatesLabel?: string;
  readonly onGoTo: (part: SheetPart) => void;
  readonly saved: { readonly words: string; readonly failed: boolean };
  /** What can be done about a save that failed. */
  readonly onSaveAgain: (() => void) | null;
  /** What just happened and has to be read: someone else's entry, a refused signature. */
  readonly notices: ReactNode;
  readonly act: ReactNode;
}

/** Always in view: what keeps the session from being signed, what is missing, what is saved, and the signature. */
export function SignBar({
  completion,
  gatesLabel = 'Before signing',
  onGoTo,
  saved,
  onSaveAgain,
  notices,
  act,
}: SignBarProps) {
  const { gates, missing } = completion;
  return (
    <div className={styles['bar']} role="region" aria-label="Signing" data-screen-only>
      {notices}
      <div className={styles['barLine']}>
        <div className={styles['state']}>
          {gates.length > 0 && (
            <p className={styles['parts']}>
              <strong>! {gatesLabel}:</strong>
              {gates.map((gate) => (
                <button
                  key={`${gate.code} ${gate.path}`}
                  type="button"
                  className={classNames(styles['part'], styles['gate'])}
                  onClick={() => onGoTo(gate)}
                >
                  {gateWords(gate)}
                </button>
              ))}
            </p>
          )}
          <p className={styles['parts']}>
            {missing.length === 0 ? (
              gates.length === 0 && 'Nothing is missing.'
            ) : (
              <>
                Missing:
                {missing.map((part, at) => (
                  <span key={`${part.code} ${part.path}`}>
                    <button type="button" className={styles['part']} onClick={() => onGoTo(part)}>
                      {part.detail}
                    </button>
                    {at < missing.length - 1 ? ',' : '.'}
                  </span>
                ))}
              </>
            )}
          </p>
        </div>
        <p
          className={classNames(styles['saved'], saved.failed && styles['failed'])}
          role={saved.failed ? 'alert' : undefined}
        >
          {saved.failed && '! '}
          {saved.words}
          {onSaveAgain !== null && (
            <button type="button" className={styles['part']} onClick={onSaveAgain}>
              Save now
            </button>
          )}
        </p>
        <div className={styles['act']}>{act}</div>
      </div>
    </div>
  );
}

/** A gate of the vitals does not say itself which row it is about. */
function gateWords(gate: SheetPart): string {
  const row = gate.code === 'reading-incomplete' ? gate.path.split('/')[1] : undefined;
  return row === undefined ? gate.detail : `${rowLabel(row)}: ${gate.detail}`;
}
