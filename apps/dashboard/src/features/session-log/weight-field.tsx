import { inUnit, kilograms, otherUnit, type WeightUnit } from '@courseline/treatment';
import type { SessionLog } from '@courseline/contracts';
import { useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useCurrentClinic } from '../../api/current-clinic';
import { useFormat, type Format } from '../../ui/format-context';
import { KeyChoice } from '../../ui/keyboard/key-choice';
import { openWeightQuestion } from './dose-order';
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
  const other = otherUnit(unit);
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

/** Asked where the weight is unlikely: the commonest slip is pounds for kilograms. */
function WeightQuestion({ whole }: { readonly whole: RefObject<HTMLElement | null> }) {
  const { log, values, edit, goOn, disabled } = useLogEditing();
  const format = useFormat();
  const { weight } = values.plain;
  const question = openWeightQuestion(log, values);
  if (question === null || weight === undefined) return null;

  const { likelyUnit } = question;
  const isFirst = question.rule === 'first-weight-unusual';
  const { asked, rule } = isFirst
    ? { asked: firstWeightWords(weight, likelyUnit, format), rule: firstWeightRule }
    : { asked: changedWeightWords(weight, question, log.lastWeight, format), rule: changedWeightRule };
  const typed = `${weight.value} ${weight.unit}`;
  const options =
    likelyUnit === null
      ? [{ value: 'right', key: 'y', label: 'It is right' }]
      : isFirst
        ? [
            { value: 'other-unit', key: 'n', label: `No, ${weight.value} ${likelyUnit}` },
            { value: 'right', key: 'y', label: `Yes, ${typed} is right` },
          ]
        : [
            { value: 'other-unit', key: 'y', label: `Yes, ${weight.value} ${likelyUnit}` },
            { value: 'right', key: 'n', label: `No, ${typed} is right` },
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
        <strong>! {asked}</strong> {rule}
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

type Weight = Pick<TypedWeight, 'value' | 'unit'>;

const firstWeightRule = 'Asked of a first weight below 40 or above 150 kg (our own rule).';
const changedWeightRule = 'Asked when more than 10 % off the last weight (our own rule).';

/** "176 kg is 388 lb. If it was typed in pounds, it is 79.8 kg. Is it right?" */
function firstWeightWords({ value, unit }: Weight, likelyUnit: WeightUnit | null, format: Format): string {
  const digits = (of: number) => format.number(of, Number.isInteger(of) ? 0 : 1);
  const other = otherUnit(unit);
  const inOther = inUnit(kilograms(value, unit), other);
  const meant = inUnit(kilograms(value, other), unit);
  const unitNames = { kg: 'kilograms', lb: 'pounds' };
  return (
    `${digits(value)} ${unit} is ${digits(inOther)} ${other}. ` +
    (likelyUnit === null ? '' : `If it was typed in ${unitNames[other]}, it is ${digits(meant)} ${unit}. `) +
    'Is it right?'
  );
}

function changedWeightWords(
  weight: Weight,
  question: { readonly lastKg: number; readonly changeShare: number; readonly likelyUnit: WeightUnit | null },
  last: SessionLog['lastWeight'],
  format: Format,
): string {
  const inWords = (unit: WeightUnit) => {
    const typed = `${weight.value} ${unit}`;
    return unit === 'kg' ? typed : `${typed} (${format.number(kilograms(weight.value, unit), 1)} kg)`;
  };
  if (question.likelyUnit !== null) return `Did you mean ${inWords(question.likelyUnit)}?`;
  const percent = format.percent(Math.abs(question.changeShare));
  return (
    `${inWords(weight.unit)} is ${percent} ${question.changeShare > 0 ? 'more' : 'less'} than ` +
    `${format.number(inUnit(question.lastKg, weight.unit), 1)} ${weight.unit}` +
    (last === null ? '.' : ` on ${format.dayShort(last.on)}.`)
  );
}
