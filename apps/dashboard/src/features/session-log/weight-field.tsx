import { inUnit, kilograms, weightQuestion, type WeightUnit } from '@courseline/treatment';
import { useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useCurrentClinic } from '../../api/current-clinic';
import { useFormat } from '../../ui/format-context';
import { KeyChoice } from '../../ui/keyboard/key-choice';
import { change, useLogEditing } from './log-context';
import { QuickField } from './quick-field';
import { parseWeight, type TypedWeight } from './typed-values';
import styles from './session-log.module.css';

/** The weight the dose is reckoned from: typed, or the same as last time by one key. */
export function WeightField() {
  const { log, values, edit, disabled } = useLogEditing();
  const clinic = useCurrentClinic();
  const format = useFormat();
  const { weight } = values.plain;
  const last = log.lastWeight;
  const [typedUnit, setTypedUnit] = useState<WeightUnit>(clinic.settings.weightUnit);
  const unit = weight?.unit ?? typedUnit;
  const other: WeightUnit = unit === 'kg' ? 'lb' : 'kg';
  const whole = useRef<HTMLDivElement>(null);

  const enter = (typed: TypedWeight | null) =>
    edit([change('weight', typed === null ? null : { ...typed, on: log.session.onDate, confirmed: false })]);
  // The same scales' number with the day it was read: nothing was weighed today.
  const sameAsLast = () => {
    if (last !== null)
      edit([change('weight', { value: last.entered, unit: last.unit, on: last.on, confirmed: false })]);
  };
  const switchUnit = () => {
    setTypedUnit(other);
    if (weight !== undefined) edit([change('weight', { ...weight, unit: other, confirmed: false })]);
  };

  return (
    <div className={styles['stacked']} ref={whole}>
      <div className={styles['row']}>
        <QuickField
          label="Weight"
          unit={unit}
          field="weight"
          inFlow
          inputMode="decimal"
          shown={weight === undefined ? '' : String(weight.value)}
          parse={(text) => parseWeight(text, unit)}
          onCommit={enter}
          {...(last === null ? {} : { emptyKeys: { s: sameAsLast } })}
        />
        <button type="button" className={styles['quiet']} onClick={switchUnit} disabled={disabled}>
          in {other}
        </button>
        {weight === undefined && last !== null && (
          <>
            <span className={styles['soft']}>
              Last {format.number(last.entered, 1)} {last.unit}, {format.dayShort(last.on)}
            </span>
            <button type="button" className={styles['quiet']} onClick={sameAsLast} disabled={disabled}>
              <kbd>s</kbd> Same today
            </button>
          </>
        )}
        {weight !== undefined && (
          <span className={styles['soft']}>
            {weight.unit === 'lb' && `${format.number(kilograms(weight.value, 'lb'), 1)} kg. `}
            {weight.on === log.session.onDate ? 'Weighed today.' : `Weighed ${format.dayShort(weight.on)}.`}
          </span>
        )}
      </div>
      <WeightQuestion whole={whole} />
    </div>
  );
}

/** Asked where the weight is far off the last one: the commonest slip is pounds for kilograms. */
function WeightQuestion({ whole }: { readonly whole: RefObject<HTMLElement | null> }) {
  const { log, values, edit, goOn, disabled } = useLogEditing();
  const format = useFormat();
  const { weight } = values.plain;
  const question =
    weight === undefined || weight.confirmed
      ? null
      : weightQuestion(weight.value, weight.unit, log.lastWeight?.kg ?? null);
  if (question === null || weight === undefined) return null;

  const { likelyUnit } = question;
  const inWords = (unit: WeightUnit) => {
    const kg = kilograms(weight.value, unit);
    const typed = `${weight.value} ${unit}`;
    return unit === 'kg' ? typed : `${typed} (${format.number(kg, 1)} kg)`;
  };
  const percent = format.percent(Math.abs(question.changeShare));
  const last = log.lastWeight;
  const asked =
    likelyUnit === null
      ? `${inWords(weight.unit)} is ${percent} ${question.changeShare > 0 ? 'more' : 'less'} than ` +
        `${format.number(inUnit(question.lastKg, weight.unit), 1)} ${weight.unit}` +
        (last === null ? '.' : ` on ${format.dayShort(last.on)}.`)
      : `Did you mean ${inWords(likelyUnit)}?`;
  const options =
    likelyUnit === null
      ? [{ value: 'right', key: 'y', label: 'It is right' }]
      : [
          { value: 'other-unit', key: 'y', label: `Yes, ${weight.value} ${likelyUnit}` },
          { value: 'right', key: 'n', label: `No, ${weight.value} ${weight.unit} is right` },
        ];
  const answer = (value: string) =>
    edit([
      change(
        'weight',
        value === 'right' || likelyUnit === null
          ? { ...weight, confirmed: true }
          : { ...weight, unit: likelyUnit },
      ),
    ]);

  return (
    <div className={styles['asks']} role="alert">
      <p>
        <strong>! {asked}</strong> Asked when more than 10 % off the last weight (our own rule).
      </p>
      <KeyChoice
        label={asked}
        field="weight/question"
        inFlow
        options={options}
        value={undefined}
        disabled={disabled}
        onChoose={(value) => {
          flushSync(() => answer(value));
          if (whole.current !== null) goOn(whole.current);
        }}
      />
    </div>
  );
}
