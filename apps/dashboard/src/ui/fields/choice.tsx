import { useId, type ReactNode } from 'react';
import { classNames } from '../class-names';
import styles from './fields.module.css';

export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

interface GroupProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Keeps the label for screen readers only, where the words around already say it. */
  readonly labelHidden?: boolean;
}

interface ChoiceProps<Value extends string> extends GroupProps {
  readonly options: readonly ChoiceOption<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** Under each other, with room for hints. */
  readonly stacked?: boolean;
  readonly disabled?: boolean;
}

/** One of a few, each a button with its words; the arrow keys move the choice, as in any radio group. */
export function Choice<Value extends string>({
  options,
  value,
  onChange,
  stacked = false,
  disabled = false,
  ...group
}: ChoiceProps<Value>) {
  const name = useId();
  return (
    <ChoiceGroup {...group}>
      <div className={stacked ? styles['stacked'] : styles['choices']}>
        {options.map((option) => (
          <ChoiceButton
            key={option.value}
            type="radio"
            name={name}
            option={option}
            checked={option.value === value}
            disabled={disabled || option.disabled === true}
            onChange={() => onChange(option.value)}
          />
        ))}
      </div>
    </ChoiceGroup>
  );
}

interface ChoicesProps<Value extends string> extends GroupProps {
  readonly options: readonly ChoiceOption<Value>[];
  readonly values: readonly Value[];
  readonly onChange: (values: Value[]) => void;
  readonly stacked?: boolean;
}

/** Any of a few. */
export function Choices<Value extends string>({
  options,
  values,
  onChange,
  stacked = false,
  ...group
}: ChoicesProps<Value>) {
  const name = useId();
  return (
    <ChoiceGroup {...group}>
      <div className={stacked ? styles['stacked'] : styles['choices']}>
        {options.map((option) => (
          <ChoiceButton
            key={option.value}
            type="checkbox"
            name={name}
            option={option}
            checked={values.includes(option.value)}
            disabled={option.disabled === true}
            onChange={(checked) =>
              onChange(
                options
                  .map((each) => each.value)
                  .filter((each) => (each === option.value ? checked : values.includes(each))),
              )
            }
          />
        ))}
      </div>
    </ChoiceGroup>
  );
}

function ChoiceGroup({
  label,
  hint,
  error,
  labelHidden = false,
  children,
}: GroupProps & { readonly children: ReactNode }) {
  const words = useId();
  return (
    <fieldset className={styles['group']} aria-describedby={words}>
      <legend className={labelHidden ? 'visually-hidden' : styles['legend']}>{label}</legend>
      <div id={words}>
        {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
        {error !== undefined && <p className={styles['error']}>! {error}</p>}
      </div>
      {children}
    </fieldset>
  );
}

interface ChoiceButtonProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly option: ChoiceOption<string>;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly onChange: (checked: boolean) => void;
}

function ChoiceButton({ type, name, option, checked, disabled, onChange }: ChoiceButtonProps) {
  const hintId = useId();
  return (
    <label
      className={classNames(styles['choice'], checked && styles['chosen'], disabled && styles['disabled'])}
    >
      <input
        type={type}
        name={name}
        value={option.value}
        checked={checked}
        disabled={disabled}
        className={styles['choiceInput']}
        aria-describedby={option.hint === undefined ? undefined : hintId}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className={styles['choiceWords']}>
        <span>{option.label}</span>
        {option.hint !== undefined && (
          <span id={hintId} className={styles['choiceHint']}>
            {option.hint}
          </span>
        )}
      </span>
    </label>
  );
}
