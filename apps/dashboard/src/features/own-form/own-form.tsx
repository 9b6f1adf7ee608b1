import { Button } from '@mantine/core';
import type { OwnForm as Form, SubmittedOwnForm } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { useState, type ReactNode } from 'react';
import { describeFailure } from '../../ui/failure-words';
import { CrisisPage } from './crisis-page';
import { answerOf, resumeAt, stepsOf, type Step } from './form-steps';
import { Question } from './question';
import type { useOwnForm } from './use-own-form';
import styles from './own-form.module.css';

interface OwnFormProps {
  readonly form: Form;
  readonly own: ReturnType<typeof useOwnForm>;
  readonly onSubmitted: (submitted: SubmittedOwnForm) => void;
  /** The patient's safety plan, which stands under the help lines of the crisis page. */
  readonly plan?: ReactNode;
}

const HARM_ITEM = 9;

/** The questions one by one, each saved as it is answered; back and change at any time. */
export function OwnForm({ form, own, onSubmitted, plan }: OwnFormProps) {
  const definition = getInstrument(form.instrument);
  const steps = stepsOf(definition, form);
  const [at, setAt] = useState(() => resumeAt(definition, form));
  const [crisis, setCrisis] = useState(form.showCrisisPage);
  const index = Math.min(at, steps.length - 1);
  const step = steps[index] ?? { kind: 'hand-in' };
  const failed = own.save.error ?? own.submit.error;

  const give = (answer: number | null) => {
    if (step.kind === 'hand-in') return;
    const item = step.kind === 'difficulty' ? 'difficulty' : step.number;
    own.save.mutate(
      { current: form, answer: { item, answer } },
      {
        onSuccess: () => {
          setAt(index + 1);
          if (form.instrument === 'phq-9' && item === HARM_ITEM && (answer ?? 0) > 0) setCrisis(true);
        },
      },
    );
  };

  if (crisis) return <CrisisPage plan={plan} onContinue={() => setCrisis(false)} />;
  return (
    <div className={styles['form']}>
      <p className={styles['progress']}>
        <progress className={styles['bar']} max={steps.length - 1} value={index} aria-hidden />
        {step.kind === 'hand-in' ? 'All questions' : `Question ${index + 1} of ${steps.length - 1}`}
      </p>
      {step.kind === 'hand-in' ? (
        <HandIn
          form={form}
          pending={own.submit.isPending}
          onHandIn={() => own.submit.mutate(form, { onSuccess: onSubmitted })}
        />
      ) : (
        <Question
          {...questionOf(form.instrument, step)}
          answer={answerOf(form, step)}
          pending={own.save.isPending}
          onAnswer={give}
        />
      )}
      {failed !== null && (
        <p role="alert" className={styles['failed']}>
          ! {describeFailure(failed).title} {describeFailure(failed).advice}
        </p>
      )}
      {index > 0 && (
        <Button variant="subtle" onClick={() => setAt(index - 1)}>
          Back
        </Button>
      )}
    </div>
  );
}

function questionOf(instrument: string, step: Exclude<Step, { kind: 'hand-in' }>) {
  const definition = getInstrument(instrument);
  if (step.kind === 'difficulty') {
    const [extra] = definition.extraItems;
    return { lead: null, text: extra?.text ?? '', options: extra?.options ?? [] };
  }
  const item = definition.items[step.number - 1];
  return {
    lead: definition.stem,
    text: item?.text ?? '',
    options: definition.options,
    ...(item?.ends !== undefined && { ends: item.ends }),
  };
}

interface HandInProps {
  readonly form: Form;
  readonly pending: boolean;
  readonly onHandIn: () => void;
}

function HandIn({ form, pending, onHandIn }: HandInProps) {
  const missing = form.answers.filter((answer) => answer === null).length;
  return (
    <div className={styles['question']}>
      <h1 className={styles['text']}>That was the last question</h1>
      <p className={styles['large']}>
        {missing === 0
          ? 'All questions are answered.'
          : `${missing} of ${form.answers.length} ${missing === 1 ? 'question is' : 'questions are'} not answered. That is all right; you can also go back.`}
      </p>
      <Button size="lg" loading={pending} onClick={onHandIn}>
        Send to the clinic
      </Button>
    </div>
  );
}
