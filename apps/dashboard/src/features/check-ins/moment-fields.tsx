import { phases, type CheckInMomentOfPlan } from '@courseline/contracts';
import { phaseWords } from '../../messages/clinical-words';
import { Choices } from '../../ui/fields/choice';
import { FieldRow } from '../../ui/fields/form';
import { NumberField } from '../../ui/fields/number-field';
import { SelectField } from '../../ui/fields/select-field';
import { TextField } from '../../ui/fields/text-field';
import { anchorOptions, askable, withAnchorKind, type AnchorKind } from './plan-draft';
import styles from './check-ins.module.css';

interface MomentFieldsProps {
  readonly moment: CheckInMomentOfPlan;
  readonly onChange: (moment: CheckInMomentOfPlan) => void;
}

const phaseOptions = phases.map((value) => ({ value, label: phaseWords[value] }));

/** One moment of a plan: what is asked, what it hangs on, and its window. */
export function MomentFields({ moment, onChange }: MomentFieldsProps) {
  const { anchor } = moment;
  const unit = anchor.kind === 'hours-after-dose' ? 'hours' : 'days';
  return (
    <fieldset className={styles['fields']}>
      <legend className="visually-hidden">{moment.label}</legend>
      <TextField
        label="Name"
        value={moment.label}
        maxLength={60}
        onChange={(event) => onChange({ ...moment, label: event.currentTarget.value })}
      />
      <Choices
        label="Asked"
        options={askable.map(({ id, name }) => ({ value: id, label: name }))}
        values={moment.instruments}
        onChange={(chosen) => onChange({ ...moment, instruments: chosen })}
      />
      <FieldRow>
        <SelectField
          label="Hangs on"
          options={anchorOptions}
          value={anchor.kind}
          onChange={(event) => onChange(withAnchorKind(moment, event.currentTarget.value as AnchorKind))}
        />
        {'phase' in anchor && (
          <SelectField
            label="Phase"
            options={phaseOptions}
            value={anchor.phase}
            onChange={(event) => {
              const phase = phases.find((each) => each === event.currentTarget.value);
              if (phase !== undefined) onChange({ ...moment, anchor: { ...anchor, phase } });
            }}
          />
        )}
      </FieldRow>
      <div className={styles['numbers']}>
        {'everyDays' in anchor && (
          <WholeField
            label={anchor.kind === 'before-dose' ? 'At most every' : 'Every'}
            unit="days"
            value={anchor.everyDays}
            onChange={(everyDays) => onChange({ ...moment, anchor: { ...anchor, everyDays } })}
          />
        )}
        {'hours' in anchor && (
          <WholeField
            label="After the dose"
            unit="hours"
            value={anchor.hours}
            onChange={(hours) => onChange({ ...moment, anchor: { ...anchor, hours } })}
          />
        )}
        {(['opens', 'due', 'closes'] as const).map((field) => (
          <WholeField
            key={field}
            label={{ opens: 'Opens', due: 'Due', closes: 'Closes' }[field]}
            unit={unit}
            value={moment[field]}
            onChange={(value) => onChange({ ...moment, [field]: value })}
          />
        ))}
      </div>
      <p className={styles['soft']}>
        Counted in {unit} from what it hangs on: -3 is three {unit} before, 0 then, 7 seven {unit} after.
      </p>
    </fieldset>
  );
}

interface WholeFieldProps {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A whole number that may be below zero; what is no number is not taken over. */
function WholeField({ label, unit, value, onChange }: WholeFieldProps) {
  return (
    <NumberField
      label={label}
      unit={unit}
      defaultValue={String(value)}
      onChange={(event) => {
        const typed = event.currentTarget.value.trim().replace('−', '-');
        onChange(/^-?\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN);
      }}
    />
  );
}
