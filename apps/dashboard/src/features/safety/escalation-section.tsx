import { Button } from '@mantine/core';
import {
  escalationChangeSchema,
  type EscalationChange,
  type EscalationSettings,
} from '@courseline/contracts';
import { useState, type SubmitEvent } from 'react';
import { useCurrentClinic } from '../../api/current-clinic';
import { changeEscalation, rulesKey } from '../../api/safety-rules';
import { useDeed } from '../../api/use-deed';
import { Callout } from '../../ui/callout';
import { Dialog } from '../../ui/dialog';
import { describeFailure } from '../../ui/failure-words';
import { Choice, Choices } from '../../ui/fields/choice';
import { TimeField } from '../../ui/fields/date-field';
import { FieldRow } from '../../ui/fields/form';
import { NumberField } from '../../ui/fields/number-field';
import { parseNumber } from '../../ui/fields/parse-number';
import { TextField } from '../../ui/fields/text-field';
import { useFormat } from '../../ui/format-context';
import styles from './worklist.module.css';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
  (label, at) => ({ value: String(at + 1), label }),
);

/** When an alert that nobody took on is told to others, in words. */
export function EscalationSection({ settings }: { readonly settings: EscalationSettings }) {
  const format = useFormat();
  const [changing, setChanging] = useState(false);
  const days = weekdays.filter(({ value }) => settings.weekdays.includes(Number(value)));
  return (
    <>
      <p className={styles['handling']}>
        A red alert that nobody takes on within {settings.redMinutes} minutes in opening hours, and an amber
        one after {settings.amberWorkingDays} working {settings.amberWorkingDays === 1 ? 'day' : 'days'}, is
        told to those who lead the clinic and to the clinicians of the care team: on their pages, and by a
        letter that says nothing about the patient.{' '}
        {settings.redWhenClosed === 'at-once'
          ? 'Outside opening hours a red alert is told at once.'
          : 'Outside opening hours the time of a red alert begins when the clinic opens.'}
      </p>
      <p className={styles['handling']}>
        Open {days.map(({ label }) => label).join(', ')}, {settings.opens} to {settings.closes}.
      </p>
      {settings.reason !== null && settings.at !== null && (
        <p className={styles['soft']}>
          Changed by {settings.byName}, {format.nearMoment(settings.at)}: {settings.reason}
        </p>
      )}
      <Button variant="default" onClick={() => setChanging(true)}>
        Change
      </Button>
      {changing && <EscalationDialog settings={settings} onClose={() => setChanging(false)} />}
    </>
  );
}

interface EscalationDialogProps {
  readonly settings: EscalationSettings;
  readonly onClose: () => void;
}

function EscalationDialog({ settings, onClose }: EscalationDialogProps) {
  const { slug } = useCurrentClinic();
  const [fields, setFields] = useState({
    redMinutes: String(settings.redMinutes),
    amberWorkingDays: String(settings.amberWorkingDays),
    weekdays: settings.weekdays.map(String),
    opens: settings.opens,
    closes: settings.closes,
    redWhenClosed: settings.redWhenClosed,
    reason: '',
  });
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const deed = useDeed((body: EscalationChange, key) => changeEscalation(slug, settings.version, body, key), {
    refresh: rulesKey(slug),
    onDone: onClose,
  });
  const put = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const checked = escalationChangeSchema.safeParse({
      ...fields,
      redMinutes: parseNumber(fields.redMinutes),
      amberWorkingDays: parseNumber(fields.amberWorkingDays),
      weekdays: fields.weekdays.map(Number),
    });
    if (checked.success) deed.mutate(checked.data);
    setProblems(
      checked.success
        ? {}
        : Object.fromEntries(checked.error.issues.map(({ path, message }) => [String(path[0]), message])),
    );
  };
  const failure = deed.error === null ? null : describeFailure(deed.error);
  return (
    <Dialog opened onClose={onClose} title="When an alert is told to others" size="lg">
      <form className={styles['form']} onSubmit={submit} noValidate>
        <FieldRow>
          <NumberField
            label="Red, after"
            unit="minutes"
            whole
            value={fields.redMinutes}
            error={problems['redMinutes'] === undefined ? undefined : 'A whole number from 1 to 240.'}
            onChange={(event) => put({ redMinutes: event.currentTarget.value })}
          />
          <NumberField
            label="Amber, after"
            unit="working days"
            whole
            value={fields.amberWorkingDays}
            error={problems['amberWorkingDays'] === undefined ? undefined : 'A whole number from 1 to 10.'}
            onChange={(event) => put({ amberWorkingDays: event.currentTarget.value })}
          />
        </FieldRow>
        <Choices
          label="Open on"
          options={weekdays}
          values={fields.weekdays}
          error={problems['weekdays'] === undefined ? undefined : 'At least one day.'}
          onChange={(values) => put({ weekdays: values })}
        />
        <FieldRow>
          <TimeField
            label="Opens"
            value={fields.opens}
            error={problems['opens']}
            onChange={(event) => put({ opens: event.currentTarget.value })}
          />
          <TimeField
            label="Closes"
            value={fields.closes}
            error={problems['closes']}
            onChange={(event) => put({ closes: event.currentTarget.value })}
          />
        </FieldRow>
        <Choice
          label="A red alert outside opening hours is told"
          options={[
            { value: 'at-once', label: 'At once' },
            { value: 'next-opening', label: 'After the next opening' },
          ]}
          value={fields.redWhenClosed}
          onChange={(redWhenClosed) => put({ redWhenClosed })}
        />
        <TextField
          label="Reason"
          hint="Stays in the history with your name."
          maxLength={500}
          value={fields.reason}
          error={problems['reason'] === undefined ? undefined : 'Say why, in three letters or more.'}
          onChange={(event) => put({ reason: event.currentTarget.value })}
        />
        {failure !== null && (
          <Callout tone="attention" live>
            {failure.title} {failure.advice}
          </Callout>
        )}
        <div>
          <Button type="submit" loading={deed.isPending}>
            Change
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
