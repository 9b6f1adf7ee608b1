import { Button } from '@mantine/core';
import type { Kiosk, KioskSaved } from '@courseline/contracts';
import { getInstrument, type InstrumentId } from '@courseline/instruments';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { saveKioskForm } from '../../api/kiosk';
import { describeFailure } from '../../ui/failure-words';
import { answerOf, stepsOf } from './form-steps';
import { blankForm, withKioskAnswer, type KioskForm as Form } from './kiosk-answers';
import { KioskHelp } from './kiosk-help';
import { Question } from './question';
import styles from './own-form.module.css';

const HARM_ITEM = 9;

interface KioskFormProps {
  readonly kiosk: Kiosk;
  readonly instrument: InstrumentId;
  readonly onSaved: (saved: KioskSaved) => void;
}

/** One questionnaire on a tablet that was handed over: each answer is sent at once, with all those before it. */
export function KioskForm({ kiosk, instrument, onSaved }: KioskFormProps) {
  const definition = getInstrument(instrument);
  const [form, setForm] = useState(() => blankForm(definition));
  const [at, setAt] = useState(0);
  const [needsHelp, setNeedsHelp] = useState(false);
  const save = useMutation({
    mutationFn: ({ form: sent, done }: { form: Form; done: boolean }) =>
      saveKioskForm(instrument, { ...sent, done }),
    onSuccess: (saved) => {
      if (saved.state !== 'saved') onSaved(saved);
    },
  });
  const shown = { ...form, id: '', instrument, version: form.step, showCrisisPage: false };
  const steps = stepsOf(definition, shown);
  const step = steps[Math.min(at, steps.length - 1)] ?? { kind: 'hand-in' as const };

  const give = (answer: number | null) => {
    if (step.kind === 'hand-in') return;
    const item = step.kind === 'difficulty' ? 'difficulty' : step.number;
    const next = withKioskAnswer(form, item, answer);
    setForm(next);
    setAt(at + 1);
    save.mutate({ form: next, done: false });
    if (instrument === 'phq-9' && item === HARM_ITEM && (answer ?? 0) > 0) setNeedsHelp(true);
  };
  const handIn = () => {
    const last = { ...form, step: form.step + 1 };
    setForm(last);
    save.mutate({ form: last, done: true });
  };

  if (needsHelp) return <KioskHelp kiosk={kiosk} onContinue={() => setNeedsHelp(false)} />;
  return (
    <div className={styles['form']}>
      <p className={styles['progress']}>
        <progress className={styles['bar']} max={steps.length - 1} value={at} aria-hidden />
        {step.kind === 'hand-in' ? 'All questions' : `Question ${at + 1} of ${steps.length - 1}`}
      </p>
      {step.kind === 'hand-in' ? (
        <div className={styles['question']}>
          <h1 className={styles['text']}>That was the last question</h1>
          <Button size="lg" loading={save.isPending} onClick={handIn}>
            Send to the clinic
          </Button>
        </div>
      ) : (
        <Question
          lead={step.kind === 'item' ? definition.stem : null}
          {...wordsOf(step, instrument)}
          answer={answerOf(shown, step)}
          pending={false}
          onAnswer={give}
        />
      )}
      {save.isError && (
        <p role="alert" className={styles['failed']}>
          ! {describeFailure(save.error).title} Your answers are still here; they are sent with the next one.
        </p>
      )}
      {at > 0 && (
        <Button variant="subtle" onClick={() => setAt(at - 1)}>
          Back
        </Button>
      )}
    </div>
  );
}

function wordsOf(step: { kind: 'item'; number: number } | { kind: 'difficulty' }, instrument: InstrumentId) {
  const { items, options, extraItems } = getInstrument(instrument);
  const [extra] = extraItems;
  return step.kind === 'item'
    ? { text: items[step.number - 1]?.text ?? '', options }
    : { text: extra?.text ?? '', options: extra?.options ?? [] };
}
