import type { SideEffectEntry } from '@courseline/contracts';
import { findSideEffectTerm, severityWords } from '@courseline/treatment';
import { useId, useRef, useState } from 'react';
import { KeyChoice } from '../../ui/keyboard/key-choice';
import { change, useLogEditing, LogEditingProvider } from './log-context';
import { QuickField } from './quick-field';
import { SideEffectStaffFields } from './side-effect-staff-fields';
import { parseWithin } from './typed-values';
import styles from './side-effects.module.css';

interface SideEffectRowProps {
  readonly code: string;
  readonly onRemove: () => void;
  /** Enter in the last field of the row. */
  readonly onDone: () => void;
}

export function SideEffectRow({ code, onRemove, onDone }: SideEffectRowProps) {
  const editing = useLogEditing();
  const { values, edit, disabled, refusalOf } = editing;
  const id = useId();
  const entry = values.sideEffects[code];
  const [showsMore, setShowsMore] = useState(entry?.serious === true || entry?.ctcaeGrade != null);
  const duration = useRef<HTMLDivElement>(null);
  if (entry === undefined) return null;
  const label = findSideEffectTerm(code)?.label ?? code;
  const put = (part: Partial<SideEffectEntry>) =>
    edit([change(`side-effects/${code}`, { ...entry, ...part })]);
  const refusal = refusalOf(`side-effects/${code}`);
  // Within the row Enter goes from onset to duration, and from there back to the adder.
  const rowEditing = {
    ...editing,
    goOn: (from: Node) => {
      const input = duration.current?.querySelector('input');
      if (input === null || input === undefined || input === from) onDone();
      else input.focus();
    },
  };

  return (
    <div className={styles['effect']} role="group" aria-label={label}>
      <span className={styles['name']}>{label}</span>
      <KeyChoice
        label={`${label}: how severe`}
        field={`side-effects/${code}`}
        options={severityWords.map((word, value) => ({ value, key: String(value), label: word }))}
        value={entry.severity}
        compact
        disabled={disabled}
        onChoose={(severity) => put({ severity })}
      />
      <LogEditingProvider editing={rowEditing}>
        <span className={styles['times']}>
          <span aria-hidden>from</span>
          <QuickField
            label={`${label}: began, minutes after the start of the dose`}
            labelHidden
            field={`side-effects/${code}/onset`}
            width="4rem"
            shown={String(entry.onsetMinutes ?? '')}
            parse={parseWithin(0, 10_080, true)}
            onCommit={(onsetMinutes) => put({ onsetMinutes })}
          />
          <span aria-hidden>for</span>
          <div ref={duration}>
            <QuickField
              label={`${label}: lasted, in minutes`}
              labelHidden
              field={`side-effects/${code}/duration`}
              width="4rem"
              hint="min"
              shown={String(entry.durationMinutes ?? '')}
              parse={parseWithin(0, 43_200, true)}
              onCommit={(durationMinutes) => put({ durationMinutes })}
            />
          </div>
        </span>
      </LogEditingProvider>
      <span className={styles['acts']}>
        <button
          type="button"
          className={styles['quiet']}
          aria-expanded={showsMore}
          aria-controls={id}
          onClick={() => setShowsMore(!showsMore)}
        >
          {showsMore ? 'Less' : 'More'}
        </button>
        <button
          type="button"
          className={styles['quiet']}
          disabled={disabled}
          onClick={onRemove}
          aria-label={`Remove ${label}`}
        >
          Remove
        </button>
      </span>
      {refusal !== null && (
        <p role="alert" className={styles['refusal']}>
          ! {refusal}
        </p>
      )}
      {showsMore && <SideEffectStaffFields id={id} code={code} label={label} entry={entry} onPut={put} />}
    </div>
  );
}
