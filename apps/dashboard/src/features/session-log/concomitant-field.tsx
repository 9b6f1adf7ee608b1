import type { PlainDraftFields } from '@courseline/contracts';
import { useId, useRef, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { classNames } from '../../ui/class-names';
import choice from '../../ui/keyboard/key-choice.module.css';
import { medicineWords } from '../../messages/session-words';
import { change, useLogEditing } from './log-context';
import { QuickField } from './quick-field';
import styles from './session-log.module.css';

type Concomitant = PlainDraftFields['concomitant'];

const medicines = (['benzodiazepine', 'hypnotic', 'stimulant', 'maoi', 'opioid'] as const).map((name) => ({
  name,
  label: medicineWords[name],
}));

const notAsked: Concomitant = {
  benzodiazepine: null,
  hypnotic: null,
  stimulant: null,
  maoi: null,
  opioid: null,
  other: null,
};
const none: Concomitant = {
  ...notAsked,
  benzodiazepine: false,
  hypnotic: false,
  stimulant: false,
  maoi: false,
  opioid: false,
};

/** Each medicine by its key, all "no" by one; going on with some chosen says "no" to the others. */
export function ConcomitantField() {
  const { values, edit, goOn, disabled } = useLogEditing();
  const id = useId();
  const group = useRef<HTMLDivElement>(null);
  const taken = values.plain.concomitant;
  const isNone =
    taken !== undefined && taken.other === null && medicines.every(({ name }) => taken[name] === false);
  const put = (value: Concomitant) => edit([change('concomitant', value)]);

  const toggle = (at: number) => {
    const medicine = medicines[at];
    if (medicine === undefined) return;
    const now = taken ?? notAsked;
    put({ ...now, [medicine.name]: now[medicine.name] !== true });
  };
  const leave = (value: Concomitant | null) => {
    flushSync(() => {
      if (value !== null) put(value);
    });
    if (group.current !== null) goOn(group.current);
  };
  const chooseNone = () => leave({ ...none, other: taken?.other ?? null });
  const finish = () => {
    const answered = (name: keyof typeof medicineWords) => taken?.[name] ?? false;
    leave(
      taken === undefined
        ? null
        : {
            benzodiazepine: answered('benzodiazepine'),
            hypnotic: answered('hypnotic'),
            stimulant: answered('stimulant'),
            maoi: answered('maoi'),
            opioid: answered('opioid'),
            other: taken.other,
          },
    );
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || disabled) return;
    if (event.key === '0') chooseNone();
    else if (event.key === 'Enter') finish();
    else if (/^[1-5]$/.test(event.key)) toggle(Number(event.key) - 1);
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles['stacked']}>
      <p id={id} className={styles['label']}>
        Also taken, today or last night
      </p>
      <div
        ref={group}
        role="group"
        aria-labelledby={id}
        className={choice['options']}
        data-field="concomitant"
        data-flow
      >
        <button
          type="button"
          aria-pressed={isNone}
          className={classNames(choice['option'], isNone && choice['chosen'])}
          disabled={disabled}
          onClick={chooseNone}
          onKeyDown={onKeyDown}
        >
          <kbd className={choice['key']} aria-hidden>
            0
          </kbd>
          None of these
        </button>
        {medicines.map(({ name, label }, at) => (
          <button
            key={name}
            type="button"
            aria-pressed={taken?.[name] === true}
            className={classNames(choice['option'], taken?.[name] === true && choice['chosen'])}
            disabled={disabled}
            onClick={() => toggle(at)}
            onKeyDown={onKeyDown}
          >
            <kbd className={choice['key']} aria-hidden>
              {at + 1}
            </kbd>
            {label}
          </button>
        ))}
        <QuickField
          label="Other medicine"
          labelHidden
          field="concomitant/other"
          inputMode="text"
          width="12rem"
          placeholder="other medicine"
          shown={taken?.other ?? ''}
          parse={(text) =>
            text.trim().length > 500 ? { error: 'At most 500 letters.' } : { value: text.trim() }
          }
          onCommit={(other) => put({ ...(taken ?? notAsked), other })}
        />
      </div>
    </div>
  );
}
