import { useId } from 'react';
import { classNames } from '../../ui/class-names';
import { KeyChoice } from '../../ui/keyboard/key-choice';
import type { AskedItem } from './form-items';
import { declineKey } from './form-keys';
import styles from './assessment-form.module.css';

interface FormItemProps {
  readonly item: AskedItem;
  readonly field: string;
  readonly answer: number | null | undefined;
  /** At full contrast, its answers with their words. */
  readonly current: boolean;
  readonly disabled: boolean;
  readonly onAnswer: (value: number | null) => void;
  /** True when the key meant something. */
  readonly onKey: (key: string) => boolean;
  readonly onFocus: () => void;
}

export function FormItem({
  item,
  field,
  answer,
  current,
  disabled,
  onAnswer,
  onKey,
  onFocus,
}: FormItemProps) {
  const id = useId();
  const options = [
    ...item.options.map(({ value, label }) => ({ value, key: String(value), label })),
    { value: null, key: declineKey, label: 'Declined' },
  ];
  return (
    <li className={classNames(styles['item'], current && styles['current'])} data-scrolls-whole>
      <p id={id} className={styles['question']}>
        <span className={styles['number']}>{item.number ?? '+'}</span>
        <span>{item.text}</span>
      </p>
      <KeyChoice
        labelledBy={id}
        options={options}
        value={answer}
        onChoose={onAnswer}
        onKey={(event) => onKey(event.key)}
        compact={!current}
        disabled={disabled}
        field={field}
        onFocus={onFocus}
      />
    </li>
  );
}
