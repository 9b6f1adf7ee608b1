import { Button } from '@mantine/core';
import { monitoringMoments, type MonitoringMoment, type Readings } from '@courseline/treatment';
import { useRef, useState } from 'react';
import { monitoringMomentWords, sedationWords } from '../../messages/monitor-words';
import { classNames } from '../../ui/class-names';
import { Choice } from '../../ui/fields/choice';
import { SelectField } from '../../ui/fields/select-field';
import { NumberPad } from './number-pad';
import {
  afterDigit,
  isWhole,
  nextKind,
  readTyped,
  typedKinds,
  typedLabels,
  typingProblems,
  type TypedKind,
  type TypedReadings,
} from './readings-typing';
import { WhenField } from './when-field';
import styles from './monitor.module.css';

interface ReadingsFormProps {
  readonly moment: MonitoringMoment;
  /** What is corrected: shown to be changed. */
  readonly initial?: Readings;
  readonly now: Date;
  readonly onSave: (readings: Readings, moment: MonitoringMoment, at: Date) => void;
  readonly onCancel: () => void;
}

/** Readings of one moment, entered with one hand. */
export function ReadingsForm({ moment: given, initial = {}, now, onSave, onCancel }: ReadingsFormProps) {
  const [moment, setMoment] = useState(given);
  const [ago, setAgo] = useState(0);
  const [kind, setKind] = useState<TypedKind>('systolic');
  const [typed, setTyped] = useState<TypedReadings>(() => textsOf(initial));
  const [sedation, setSedation] = useState<string | null>(initial.sedation?.toString() ?? null);
  const [dissociation, setDissociation] = useState<string | null>(initial.dissociation?.toString() ?? null);
  const [checked, setChecked] = useState(false);
  const inputs = useRef(new Map<TypedKind, HTMLInputElement>());
  const problems = typingProblems(typed);
  const readings: Readings = {
    ...readTyped(typed),
    ...(sedation === null ? {} : { sedation: Number(sedation) }),
    ...(dissociation === null ? {} : { dissociation: Number(dissociation) }),
  };
  const goTo = (next: TypedKind) => {
    setKind(next);
    inputs.current.get(next)?.focus();
  };
  const type = (at: TypedKind, text: string) => {
    setTyped((before) => ({ ...before, [at]: text }));
    if (isWhole(at, text) && at !== 'respiratory-rate') goTo(nextKind(at));
  };
  const save = () => {
    setChecked(true);
    if (Object.keys(problems).length > 0 || Object.keys(readings).length === 0) return;
    onSave(readings, moment, new Date(now.getTime() - ago * 60_000));
  };
  return (
    <form
      className={styles['form']}
      aria-label="Readings"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={styles['formTop']}>
        <SelectField
          label="Which readings"
          value={moment}
          onChange={(event) => {
            const chosen = monitoringMoments.find((each) => each === event.currentTarget.value);
            if (chosen !== undefined) setMoment(chosen);
          }}
          options={monitoringMoments.map((each) => ({ value: each, label: monitoringMomentWords[each] }))}
        />
        <WhenField ago={ago} onChange={setAgo} now={now} />
      </div>
      <div className={styles['numbers']}>
        <div className={styles['typed']}>
          {typedKinds.map((each) => (
            <label key={each} className={classNames(styles['number'], each === kind && styles['chosen'])}>
              <span>{typedLabels[each]}</span>
              <input
                ref={(element) => {
                  if (element !== null) inputs.current.set(each, element);
                }}
                inputMode="none"
                autoComplete="off"
                value={typed[each] ?? ''}
                aria-invalid={checked && problems[each] !== undefined}
                aria-describedby={`reading-${each}`}
                onFocus={() => setKind(each)}
                onChange={(event) => type(each, event.currentTarget.value.replaceAll(/\D/g, '').slice(0, 3))}
              />
              <span id={`reading-${each}`} className={styles['problem']}>
                {checked ? (problems[each] ?? '') : ''}
              </span>
            </label>
          ))}
        </div>
        <NumberPad
          onDigit={(digit) => type(kind, afterDigit(kind, typed[kind] ?? '', digit))}
          onBack={() => setTyped((before) => ({ ...before, [kind]: (before[kind] ?? '').slice(0, -1) }))}
          onNext={() => goTo(nextKind(kind))}
        />
      </div>
      <Choice
        label="Sedation (MOAA/S)"
        options={[5, 4, 3, 2, 1, 0].map((score) => ({
          value: String(score),
          label: `${score} ${sedationWords[score] ?? ''}`,
        }))}
        value={sedation}
        onChange={setSedation}
      />
      <Choice
        label="Dissociation now, 0 none to 10 most"
        options={Array.from({ length: 11 }, (_, score) => ({ value: String(score), label: String(score) }))}
        value={dissociation}
        onChange={setDissociation}
      />
      {checked && Object.keys(readings).length === 0 && (
        <p className={styles['problem']}>! Nothing was entered.</p>
      )}
      <div className={styles['formEnd']}>
        <Button type="submit" size="lg">
          Save readings
        </Button>
        <Button variant="default" size="lg" onClick={onCancel}>
          Back
        </Button>
      </div>
    </form>
  );
}

function textsOf(readings: Readings): TypedReadings {
  return Object.fromEntries(
    typedKinds.flatMap((kind) => {
      const value = readings[kind];
      return value === undefined ? [] : [[kind, String(value)]];
    }),
  );
}
