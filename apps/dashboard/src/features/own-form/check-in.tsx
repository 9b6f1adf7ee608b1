import { Button } from '@mantine/core';
import type { OwnForm } from '@courseline/contracts';
import { useEffect, useState, type ReactNode } from 'react';
import { answered, handedIn, isUnsent, takeUp } from '../../api/outbox';
import type { OutboxView, OwnOutbox } from '../../api/own-outbox';
import { useMessages } from '../../messages/patient-messages';
import { questionsOf, notAnswered, takeUpAt } from './check-in-steps';
import { ConflictPage } from './conflict-page';
import { CrisisPage } from './crisis-page';
import { answerOf, type FormShown } from './form-steps';
import { Question } from './question';
import { questionOf } from './question-of';
import styles from './own-form.module.css';

const HARM_ITEM = 9;

interface CheckInProps {
  readonly forms: readonly (FormShown & Pick<OwnForm, 'showCrisisPage'>)[];
  readonly own: OwnOutbox;
  readonly view: OutboxView;
  readonly onSent: () => void;
  readonly onStop: () => void;
  /** The patient's safety plan, for the crisis page. */
  readonly plan?: ReactNode;
}

/** Everything that is asked today, one question after the other: each answer is kept before the next is shown. */
export function CheckIn({ forms, own, view, onSent, onStop, plan }: CheckInProps) {
  const { t, language } = useMessages();
  const questions = questionsOf(forms);
  const [at, setAt] = useState(() => takeUpAt(forms));
  const [crisis, setCrisis] = useState(() => forms.some(({ showCrisisPage }) => showCrisisPage));
  const [keeping, setKeeping] = useState(false);
  const index = Math.min(at, questions.length);
  const question = questions[index];
  const instrument = question?.form.instrument;
  const conflicted = view.outbox.forms.find(
    ({ form, conflicts }) =>
      conflicts.length > 0 && forms.some((each) => each.instrument === form.instrument),
  );

  // The time a form takes is counted from when its first question is shown.
  useEffect(() => {
    if (instrument !== undefined) void own.change((outbox, moment) => takeUp(outbox, instrument, moment));
  }, [own, instrument]);

  const give = (answer: number | null) => {
    if (question === undefined || keeping) return;
    const { form, step } = question;
    const item = step.kind === 'difficulty' ? 'difficulty' : step.number;
    const speaksOfHarm = form.instrument === 'phq-9' && item === HARM_ITEM && (answer ?? 0) > 0;
    setKeeping(true);
    void own
      .change((outbox, moment) => answered(outbox, form.instrument, { item, answer }, moment))
      .then(() => {
        setKeeping(false);
        setAt(index + 1);
        if (speaksOfHarm) setCrisis(true);
      });
  };
  const handIn = () => {
    const instruments = forms.map((form) => form.instrument);
    void own.change((outbox, moment) => handedIn(outbox, instruments, moment)).then(onSent);
  };

  if (crisis) {
    const unseen = isUnsent(view.outbox, 'phq-9', HARM_ITEM) && view.state !== 'sending';
    return <CrisisPage isUnseen={unseen} plan={plan} onContinue={() => setCrisis(false)} />;
  }
  if (conflicted !== undefined) return <ConflictPage form={conflicted} own={own} />;
  return (
    <div className={styles['form']}>
      <p className={styles['progress']}>
        <progress className={styles['bar']} max={questions.length} value={index} aria-hidden />
        <span aria-hidden={question !== undefined}>
          {question === undefined
            ? t('checkIn.allAnswered')
            : t('checkIn.progress', { at: index + 1, of: questions.length })}
        </span>
        {question !== undefined && (
          <span className="visually-hidden">
            {t('checkIn.progressLabel', { at: index + 1, of: questions.length })}
          </span>
        )}
      </p>
      {question === undefined ? (
        <SendStep forms={forms} onSend={handIn} />
      ) : (
        <>
          <Question
            {...questionOf(question.form.instrument, question.step)}
            answer={answerOf(question.form, question.step)}
            pending={keeping}
            onAnswer={give}
          />
          {language !== 'en' && <p className={styles['quiet']}>{t('language.instrumentNote')}</p>}
        </>
      )}
      <div className={styles['bottom']}>
        {index > 0 && (
          <Button variant="subtle" onClick={() => setAt(index - 1)}>
            {t('checkIn.back')}
          </Button>
        )}
        <Button variant="subtle" onClick={onStop}>
          {t('checkIn.saveAndStop')}
        </Button>
      </div>
    </div>
  );
}

function SendStep({ forms, onSend }: { readonly forms: readonly FormShown[]; readonly onSend: () => void }) {
  const { t } = useMessages();
  const { missing, of } = notAnswered(forms);
  return (
    <div className={styles['question']}>
      <h1 className={styles['text']}>{t('checkIn.last')}</h1>
      <p className={styles['large']}>
        {missing === 0 ? t('checkIn.allGiven') : t('checkIn.notGiven', { count: missing, of })}
      </p>
      <Button size="lg" onClick={onSend}>
        {t('checkIn.send')}
      </Button>
    </div>
  );
}
