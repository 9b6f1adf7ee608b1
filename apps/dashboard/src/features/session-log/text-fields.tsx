import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { classNames } from '../../ui/class-names';
import { change, useLogEditing } from './log-context';
import { QuickField } from './quick-field';
import styles from './quick-field.module.css';

interface ReasonFieldProps {
  readonly label: string;
  readonly path: 'dose-reason' | 'pressure-reason' | 'state-reason';
}

/** A line that says why; in the flow, since it stands there only when something asks for it. */
export function ReasonField({ label, path }: ReasonFieldProps) {
  const { values, edit } = useLogEditing();
  return (
    <QuickField
      label={label}
      field={path}
      inFlow
      inputMode="text"
      width="24rem"
      shown={values.plain[path] ?? ''}
      parse={(text) =>
        text.trim().length > 500 ? { error: 'At most 500 letters.' } : { value: text.trim() }
      }
      onCommit={(value) => edit([change(path, value)])}
    />
  );
}

/** The note: stored as it is typed, since any text is a note. */
export function NoteField() {
  const { values, edit, disabled, refusalOf } = useLogEditing();
  const id = useId();
  const stored = values.plain.note ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const refusal = refusalOf('note');
  const area = useRef<HTMLTextAreaElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') area.current?.blur();
  };
  return (
    <div className={styles['field']} style={{ justifyItems: 'stretch' }}>
      <label htmlFor={id} className="visually-hidden">
        Note
      </label>
      <textarea
        id={id}
        ref={area}
        className={classNames(styles['input'], styles['area'])}
        maxLength={10_000}
        value={typed ?? stored}
        disabled={disabled}
        aria-invalid={refusal !== null}
        aria-describedby={refusal === null ? undefined : `${id}-error`}
        data-field="note"
        data-flow
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          edit([change('note', text.trim() === '' ? null : text.trim())]);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setTyped(null)}
      />
      {refusal !== null && (
        <span id={`${id}-error`} role="alert" className={styles['error']}>
          {refusal}
        </span>
      )}
    </div>
  );
}
