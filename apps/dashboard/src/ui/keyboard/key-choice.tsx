import { useRef, type KeyboardEvent } from 'react';
import { classNames } from '../class-names';
import styles from './key-choice.module.css';

export interface KeyOption<Value> {
  readonly value: Value;
  readonly key: string;
  readonly label: string;
}

interface KeyChoiceProps<Value> {
  /** What is asked: as words, or as the id of the element that has them. */
  readonly label?: string;
  readonly labelledBy?: string;
  readonly describedBy?: string | undefined;
  readonly options: readonly KeyOption<Value>[];
  /** Undefined while nothing is chosen; null can be a choice. */
  readonly value: Value | undefined;
  readonly onChoose: (value: Value) => void;
  /** Hears every key first; true when it was one of its own. */
  readonly onKey?: (event: KeyboardEvent<HTMLElement>) => boolean;
  /** Shows the keys alone; the words are still read out. */
  readonly compact?: boolean;
  readonly disabled?: boolean;
  /** The field's name, by which links and the flow of the keyboard find it (field-focus.ts). */
  readonly field?: string;
  readonly inFlow?: boolean;
  readonly onFocus?: () => void;
}

/**
 * One of a few by one key: each choice is a button with its words and its key. The arrow keys to the sides move
 * between the buttons without choosing, unlike in a radio group of the browser's: here a choice is stored at once.
 */
export function KeyChoice<Value extends string | number | boolean | null>({
  label,
  labelledBy,
  describedBy,
  options,
  value,
  onChoose,
  onKey,
  compact = false,
  disabled = false,
  field,
  inFlow = false,
  onFocus,
}: KeyChoiceProps<Value>) {
  const group = useRef<HTMLDivElement>(null);
  const chosen = options.findIndex((option) => option.value === value);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || disabled) return;
    if (onKey?.(event) === true) {
      event.preventDefault();
      return;
    }
    const option = options.find((each) => each.key === event.key.toLowerCase());
    if (option !== undefined) {
      event.preventDefault();
      onChoose(option.value);
      return;
    }
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...(group.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const next = step === undefined ? undefined : buttons[at + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <div
      ref={group}
      role="radiogroup"
      tabIndex={-1}
      aria-label={label}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-disabled={disabled || undefined}
      className={classNames(styles['options'], compact && styles['compact'])}
      data-field={field}
      data-flow={inFlow || undefined}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      {options.map((option, index) => (
        <button
          key={option.key}
          type="button"
          role="radio"
          aria-checked={index === chosen}
          tabIndex={index === Math.max(chosen, 0) ? 0 : -1}
          className={classNames(styles['option'], index === chosen && styles['chosen'])}
          disabled={disabled}
          onClick={() => onChoose(option.value)}
        >
          <kbd className={styles['key']} aria-hidden={option.label !== ''}>
            {option.key === '-' ? '–' : option.key}
          </kbd>
          {option.label !== '' && <span className={styles['words']}>{option.label}</span>}
        </button>
      ))}
    </div>
  );
}
