import { Button } from '@mantine/core';
import {
  dischargeStops,
  unanswered,
  type Agent,
  type MonitoringBody,
  type MonitoringEntry,
} from '@courseline/treatment';
import { useState } from 'react';
import { Choice } from '../../ui/fields/choice';
import { TextField } from '../../ui/fields/text-field';
import { overridesOf, StopReasons } from './stop-reasons';
import { WhenField } from './when-field';
import styles from './monitor.module.css';

interface DischargeFormProps {
  readonly agent: Agent;
  readonly standing: readonly MonitoringEntry[];
  readonly now: Date;
  readonly onDischarge: (body: Extract<MonitoringBody, { kind: 'discharged' }>, at: Date) => void;
  readonly onCancel: () => void;
}

/** The checklist before the patient leaves; what is not as it must be needs a reason that stays with the session. */
export function DischargeForm({ agent, standing, now, onDischarge, onCancel }: DischargeFormProps) {
  const [ago, setAgo] = useState(0);
  const [escort, setEscort] = useState('');
  const [told, setTold] = useState<'yes' | 'no' | null>(null);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [checked, setChecked] = useState(false);
  const at = new Date(now.getTime() - ago * 60_000);
  const leaving = { escort: escort.trim() === '' ? null : escort.trim(), toldNotToDrive: told === 'yes' };
  const stops = dischargeStops(agent, standing, leaving, at);
  // What the form itself asks is no stop while it is being filled in.
  const shown = checked
    ? stops
    : stops.filter(({ rule }) => rule !== 'escort' && rule !== 'told-not-to-drive');
  const overrides = overridesOf(stops, reasons);
  return (
    <form
      className={styles['form']}
      aria-label="Discharge"
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (unanswered(stops, overrides).length === 0)
          onDischarge({ kind: 'discharged', ...leaving, overrides }, at);
      }}
    >
      <WhenField ago={ago} onChange={setAgo} now={now} />
      {stops.length === shown.length && stops.length === 0 && (
        <p>Blood pressure, oxygen, sedation and dissociation are as they must be.</p>
      )}
      <TextField
        label="Who takes the patient home"
        value={escort}
        maxLength={120}
        onChange={(event) => setEscort(event.currentTarget.value)}
      />
      <Choice
        label="Told not to drive until tomorrow, after a night’s sleep"
        options={[
          { value: 'yes', label: 'Yes, told' },
          { value: 'no', label: 'Not told' },
        ]}
        value={told}
        onChange={setTold}
      />
      <StopReasons stops={shown} reasons={reasons} onChange={setReasons} checked={checked} />
      <div className={styles['formEnd']}>
        <Button type="submit" size="lg">
          {shown.length === 0 ? 'Discharge' : 'Discharge all the same'}
        </Button>
        <Button variant="default" size="lg" onClick={onCancel}>
          Back
        </Button>
      </div>
    </form>
  );
}
