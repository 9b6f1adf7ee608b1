import {
  useEffect,
  useEffectEvent,
  useId,
  useState,
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { flushSync } from 'react-dom';
import { classNames } from '../../ui/class-names';
import { useLogEditing } from './log-context';
import type { Parsed } from './typed-values';
import styles from './quick-field.module.css';

interface QuickFieldProps<Value> {
  readonly label: string;
  /** Where a column or row already says it. */
  readonly labelHidden?: boolean;
  /** The draft's path, by which the field is found. */
  readonly field: string;
  /** Enter in the field before comes here. */
  readonly inFlow?: boolean;
  /** What is stored, as text; empty when nothing is. */
  readonly shown: string;
  readonly parse: (text: string) => Parsed<Value>;
  /** Null takes the value out. */
  readonly onCommit: (value: Value | null) => void;
  /** Enter in the empty field: false when it means nothing but going on. */
  readonly onEmptyEnter?: () => boolean;
  /** Letters that do something while the field is empty. */
  readonly emptyKeys?: Readonly<Record<string, () => void>>;
  readonly unit?: string;
  readonly hint?: ReactNode;
  readonly placeholder?: string;
  readonly width?: string;
  readonly inputMode?: 'numeric' | 'decimal' | 'text';
}

/**
 * One value typed and done with by Enter or Tab: kept when the field is left, put back by Escape, refused with a
 * reason while it stays in the field. Enter goes on to the next field of the page.
 */
export function QuickField<Value>({
  label,
  labelHidden = false,
  field,
  inFlow = false,
  shown,
  parse,
  onCommit,
  onEmptyEnter,
  emptyKeys,
  unit,
  hint,
  placeholder,
  width = '6rem',
  inputMode = 'numeric',
}: QuickFieldProps<Value>) {
  const id = useId();
  const { disabled, goOn, refusalOf, reportInvalid } = useLogEditing();
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const judge = (found: string | null) => {
    setError(found);
    reportInvalid(field, found === null ? null : `${label}: ${found}`);
  };
  const forget = useEffectEvent(() => reportInvalid(field, null));
  useEffect(() => () => forget(), []);
  const trouble = error ?? (typed === null ? refusalOf(field) : null);

  /** True when what stands in the field is stored, or nothing was typed. */
  const commit = (): boolean => {
    if (typed === null || typed.trim() === shown) {
      setTyped(null);
      judge(null);
      return true;
    }
    if (typed.trim() === '') {
      onCommit(null);
    } else {
      const parsed = parse(typed);
      if ('error' in parsed) {
        judge(parsed.error);
        return false;
      }
      onCommit(parsed.value);
    }
    setTyped(null);
    judge(null);
    return true;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const input = event.currentTarget;
    const isEmpty = input.value.trim() === '';
    const emptyKey = isEmpty ? emptyKeys?.[event.key.toLowerCase()] : undefined;
    if (emptyKey !== undefined) {
      event.preventDefault();
      flushSync(() => emptyKey());
      goOn(input);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // What the value brings up, such as a reason to give, has to be there to be gone to.
      const stored = flushSync(() => (isEmpty && shown === '' ? (onEmptyEnter?.() ?? true) : commit()));
      if (stored) goOn(input);
    } else if (event.key === 'Escape' && typed !== null) {
      event.preventDefault();
      setTyped(null);
      judge(null);
    }
  };
  const onFocus = (event: FocusEvent<HTMLInputElement>) => event.currentTarget.select();

  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : styles['label']}>
        {label}
        {unit !== undefined && <span className="visually-hidden">, in {unit}</span>}
      </label>
      <span className={styles['line']}>
        <input
          id={id}
          type="text"
          className={classNames(styles['input'], trouble !== null && styles['wrong'])}
          style={{ '--width': width } as CSSProperties}
          inputMode={inputMode}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={typed ?? shown}
          disabled={disabled}
          aria-invalid={trouble !== null}
          aria-describedby={trouble === null ? undefined : `${id}-error`}
          data-field={field}
          data-flow={inFlow || undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onBlur={commit}
        />
        {unit !== undefined && (
          <span className={styles['unit']} aria-hidden>
            {unit}
          </span>
        )}
        {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
      </span>
      {trouble !== null && (
        <span id={`${id}-error`} role="alert" className={styles['error']}>
          {trouble}
        </span>
      )}
    </div>
  );
}
