import { Button } from '@mantine/core';
import { ruleChangeSchema, type RuleChange, type SafetyRule } from '@courseline/contracts';
import { useState, type SubmitEvent } from 'react';
import { useCurrentClinic } from '../../api/current-clinic';
import { changeRule, rulesKey } from '../../api/safety-rules';
import { useDeed } from '../../api/use-deed';
import { Callout } from '../../ui/callout';
import { describeFailure } from '../../ui/failure-words';
import { Choice } from '../../ui/fields/choice';
import { NumberField } from '../../ui/fields/number-field';
import { parseNumber } from '../../ui/fields/parse-number';
import { TextField } from '../../ui/fields/text-field';
import styles from './worklist.module.css';

interface RuleFormProps {
  readonly rule: SafetyRule;
  readonly onDone: () => void;
}

/** The clinic's numbers of a rule, within their bounds, and whether it is on; a reason stays with each change. */
export function RuleForm({ rule, onDone }: RuleFormProps) {
  const { slug } = useCurrentClinic();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(rule.parameters.map(({ name }) => [name, String(rule.values[name] ?? '')])),
  );
  const [enabled, setEnabled] = useState(rule.enabled);
  const [reason, setReason] = useState('');
  const [checks, setChecks] = useState(false);
  const deed = useDeed((body: RuleChange, key) => changeRule(slug, rule.id, rule.version, body, key), {
    refresh: rulesKey(slug),
    onDone,
  });
  const numbers = rule.parameters.map(({ name, from, to }) => {
    const value = parseNumber(typed[name]);
    const isRight = value !== null && Number.isInteger(value) && value >= from && value <= to;
    return { name, value, wrong: isRight ? null : `A whole number from ${from} to ${to}.` };
  });
  const hasReason = reason.trim().length >= 3;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecks(true);
    if (!hasReason || numbers.some(({ wrong }) => wrong !== null)) return;
    const parameters = Object.fromEntries(numbers.map(({ name, value }) => [name, value]));
    deed.mutate(ruleChangeSchema.parse({ enabled, parameters, reason }));
  };
  const failure = deed.error === null ? null : describeFailure(deed.error);
  return (
    <form className={styles['form']} onSubmit={submit} noValidate aria-label="The clinic's numbers">
      {rule.parameters.map(({ name, words, unit, standard, from, to }) => (
        <NumberField
          key={name}
          label={words}
          {...(unit === '' ? {} : { unit })}
          whole
          hint={`From ${from} to ${to}; ${standard} as it comes.`}
          value={typed[name] ?? ''}
          error={(checks && numbers.find((number) => number.name === name)?.wrong) || undefined}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setTyped((before) => ({ ...before, [name]: text }));
          }}
        />
      ))}
      {rule.mayBeOff && (
        <Choice
          label="This rule is"
          options={[
            { value: 'on', label: 'On' },
            { value: 'off', label: 'Off' },
          ]}
          value={enabled ? 'on' : 'off'}
          onChange={(value) => setEnabled(value === 'on')}
        />
      )}
      <TextField
        label="Reason"
        hint="Stays in the history with your name."
        value={reason}
        maxLength={500}
        error={checks && !hasReason ? 'Say why, in three letters or more.' : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {failure !== null && (
        <Callout tone="attention" live>
          {failure.title} {failure.advice}
        </Callout>
      )}
      <div>
        <Button type="submit" loading={deed.isPending}>
          Change the rule
        </Button>
      </div>
    </form>
  );
}
