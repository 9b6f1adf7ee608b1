import { Button } from '@mantine/core';
import { severityWords, sideEffectTerms, type MonitoringBody } from '@courseline/treatment';
import { useState } from 'react';
import { Choice } from '../../ui/fields/choice';
import { SelectField } from '../../ui/fields/select-field';
import { WhenField } from './when-field';
import styles from './monitor.module.css';

interface SideEffectFormProps {
  readonly now: Date;
  readonly onSave: (body: Extract<MonitoringBody, { kind: 'side-effect' }>, at: Date) => void;
  readonly onCancel: () => void;
}

const frequent = sideEffectTerms.filter((term) => term.frequent);
const rare = sideEffectTerms.filter((term) => !term.frequent && term.code !== 'other');

/** That a side effect began: which, how bad, who said so. */
export function SideEffectForm({ now, onSave, onCancel }: SideEffectFormProps) {
  const [ago, setAgo] = useState(0);
  const [code, setCode] = useState<string | null>(null);
  const [severity, setSeverity] = useState<string | null>(null);
  const [reporter, setReporter] = useState<'patient' | 'staff'>('patient');
  const [checked, setChecked] = useState(false);
  return (
    <form
      className={styles['form']}
      aria-label="Side effect"
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (code !== null && severity !== null)
          onSave(
            { kind: 'side-effect', code, severity: Number(severity), reporter },
            new Date(now.getTime() - ago * 60_000),
          );
      }}
    >
      <WhenField ago={ago} onChange={setAgo} now={now} />
      <Choice
        label="What"
        options={frequent.map((term) => ({ value: term.code, label: term.label }))}
        value={frequent.some((term) => term.code === code) ? code : null}
        onChange={setCode}
        error={checked && code === null ? 'Choose one.' : undefined}
      />
      <SelectField
        label="Or something less frequent"
        empty="None of these"
        value={rare.some((term) => term.code === code) ? (code ?? '') : ''}
        onChange={(event) => setCode(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        options={rare.map((term) => ({ value: term.code, label: term.label }))}
      />
      <Choice
        label="How bad"
        options={[1, 2, 3].map((value) => ({ value: String(value), label: severityWords[value] ?? '' }))}
        value={severity}
        onChange={setSeverity}
        error={checked && severity === null ? 'Choose one.' : undefined}
      />
      <Choice
        label="Who says so"
        options={[
          { value: 'patient', label: 'The patient' },
          { value: 'staff', label: 'Seen by staff' },
        ]}
        value={reporter}
        onChange={setReporter}
      />
      <div className={styles['formEnd']}>
        <Button type="submit" size="lg">
          It began
        </Button>
        <Button variant="default" size="lg" onClick={onCancel}>
          Back
        </Button>
      </div>
    </form>
  );
}
