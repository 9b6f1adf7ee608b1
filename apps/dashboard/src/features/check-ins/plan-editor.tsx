import type { CheckInMomentOfPlan, CheckInPlanChange } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { anchorWords, instrumentList, windowRule, windowWords } from '../../messages/check-in-words';
import { problemWords } from '../../ui/failure-words';
import { Form, FormEnd } from '../../ui/fields/form';
import { isReasonMissing, ReasonField } from '../../ui/fields/reason-field';
import { MomentFields } from './moment-fields';
import { faultsOf, newMoment } from './plan-draft';
import styles from './check-ins.module.css';

interface PlanEditorProps {
  readonly moments: readonly CheckInMomentOfPlan[];
  readonly submit: string;
  readonly reasonHint: string;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onSave: (change: CheckInPlanChange) => void;
}

/** The moments of a plan in words, each opened to be changed; what cannot be is said beside it and by the server. */
export function PlanEditor({ moments: saved, submit, reasonHint, pending, error, onSave }: PlanEditorProps) {
  const [moments, setMoments] = useState(saved);
  const [open, setOpen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const faults = faultsOf(moments);
  const change = (index: number, moment: CheckInMomentOfPlan): void =>
    setMoments(moments.map((each, at) => (at === index ? moment : each)));
  const save = (): void => {
    setAsked(true);
    if (faults.size > 0 || isReasonMissing(reason)) return;
    onSave({ moments: [...moments], reason: reason.trim() });
  };
  return (
    <Form
      label="Check-in plan"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p className={styles['rule']}>{windowRule}</p>
      <ul className={styles['moments']}>
        {moments.map((moment, index) => (
          <li key={moment.id} className={styles['moment']}>
            <div>
              <div className={styles['name']}>
                {moment.label}: {instrumentList(moment.instruments)}
              </div>
              <div className={styles['soft']}>
                {anchorWords(moment.anchor)}. {windowWords(moment)}
              </div>
            </div>
            <div className={styles['buttons']}>
              <Button
                size="compact-sm"
                variant="default"
                aria-expanded={open === moment.id}
                aria-label={`Change ${moment.label}`}
                onClick={() => setOpen(open === moment.id ? null : moment.id)}
              >
                {open === moment.id ? 'Close' : 'Change'}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`Remove ${moment.label}`}
                onClick={() => setMoments(moments.filter((each) => each !== moment))}
              >
                Remove
              </Button>
            </div>
            {open === moment.id && <MomentFields moment={moment} onChange={(next) => change(index, next)} />}
            {faults.has(index) && (
              <ul className={styles['faults']} role="alert">
                {faults.get(index)?.map((fault) => (
                  <li key={fault}>! {fault}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <div>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            const added = newMoment(moments);
            setMoments([...moments, added]);
            setOpen(added.id);
          }}
        >
          Add a moment
        </Button>
      </div>
      <ReasonField value={reason} hint={reasonHint} asked={asked} onChange={setReason} />
      <FormEnd
        submit={submit}
        pending={pending}
        problem={
          error !== null
            ? problemWords(error)
            : asked && faults.size > 0
              ? 'Something in the plan cannot be: it is said beside the moment.'
              : null
        }
      />
    </Form>
  );
}
