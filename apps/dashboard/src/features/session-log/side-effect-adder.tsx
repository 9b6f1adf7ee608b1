import { severityWords, type SideEffectTerm } from '@courseline/treatment';
import { useId, useState, type KeyboardEvent } from 'react';
import { classNames } from '../../ui/class-names';
import { KeyChoice } from '../../ui/keyboard/key-choice';
import quick from './quick-field.module.css';
import { useLogEditing } from './log-context';
import { findTerms } from './side-effect-search';
import styles from './side-effects.module.css';

interface SideEffectAdderProps {
  readonly taken: readonly string[];
  readonly asked: 'none' | 'some' | 'not-asked' | undefined;
  readonly onAdd: (code: string, severity: number) => void;
  readonly onAnswer: (asked: 'none' | 'not-asked') => void;
  /** Enter with nothing typed. */
  readonly onGoOn: () => void;
}

/**
 * A few letters and a digit note a side effect with its severity: "dis2". With nothing typed, `0` says that none was
 * named when asked, `-` that it was not asked.
 */
export function SideEffectAdder({ taken, asked, onAdd, onAnswer, onGoOn }: SideEffectAdderProps) {
  const { disabled } = useLogEditing();
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const found = findTerms(text, taken).slice(0, 8);
  const picked = found[at] ?? found[0];
  const typed = text.trim() !== '';

  const add = (term: SideEffectTerm, severity: number) => {
    setText('');
    setAt(0);
    setOpen(false);
    onAdd(term.code, severity);
  };
  const pick = (term: SideEffectTerm) => {
    setText(term.label);
    setAt(0);
    setOpen(false);
  };

  /** True when the key was one of ours. */
  const press = (key: string): boolean => {
    if (/^[0-3]$/.test(key)) {
      if (typed && picked !== undefined) add(picked, Number(key));
      else if (!typed && key === '0' && taken.length === 0) onAnswer('none');
      return true;
    }
    if (/^\d$/.test(key)) return true;
    if (key === '-' && !typed) {
      if (taken.length === 0) onAnswer('not-asked');
      return true;
    }
    if (key === 'Enter') {
      if (!typed) onGoOn();
      else if (picked !== undefined) pick(picked);
      return true;
    }
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      setOpen(true);
      const step = key === 'ArrowDown' ? 1 : -1;
      setAt((now) => Math.min(Math.max(now + step, 0), Math.max(found.length - 1, 0)));
      return true;
    }
    return false;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      setText('');
      setOpen(false);
    } else if (press(event.key)) {
      event.preventDefault();
    }
  };

  const isListed = open && found.length > 0;
  return (
    <div className={styles['adder']}>
      <label htmlFor={id} className="visually-hidden">
        Add a side effect: a few letters, then 0 to 3 for how severe
      </label>
      <div className={styles['combo']}>
        <input
          id={id}
          type="text"
          role="combobox"
          className={classNames(quick['input'], styles['letters'])}
          autoComplete="off"
          spellCheck={false}
          value={text}
          placeholder="letters, then 0–3"
          disabled={disabled}
          aria-expanded={isListed}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isListed && picked !== undefined ? `${id}-${picked.code}` : undefined}
          data-field="side-effects-asked"
          data-flow
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAt(0);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
        <ul
          id={`${id}-list`}
          role="listbox"
          aria-label="Side effects"
          className={styles['list']}
          hidden={!isListed}
        >
          {found.map((term) => (
            // The keyboard chooses from the field; the pointer must not take the focus from it.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={term.code}
              id={`${id}-${term.code}`}
              role="option"
              tabIndex={-1}
              aria-selected={term === picked}
              className={classNames(styles['term'], term === picked && styles['picked'])}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(term)}
            >
              {term.label}
              {term.patientWording !== null && term.patientWording !== term.label && (
                <span className={styles['wording']}>{term.patientWording}</span>
              )}
            </li>
          ))}
        </ul>
      </div>
      {typed && picked !== undefined ? (
        <KeyChoice
          label={`How severe: ${picked.label}`}
          options={severityWords.map((word, value) => ({ value, key: String(value), label: word }))}
          value={undefined}
          disabled={disabled}
          onChoose={(severity) => add(picked, severity)}
        />
      ) : (
        taken.length === 0 && (
          <KeyChoice
            label="Side effects, when asked"
            options={[
              { value: 'none', key: '0', label: 'Asked, none' },
              { value: 'not-asked', key: '-', label: 'Not asked' },
            ]}
            value={asked}
            disabled={disabled}
            onChoose={(value) => onAnswer(value === 'none' ? 'none' : 'not-asked')}
          />
        )
      )}
      {typed && picked === undefined && (
        <span role="status">No such term. Try other letters, or “other” with a note.</span>
      )}
    </div>
  );
}
