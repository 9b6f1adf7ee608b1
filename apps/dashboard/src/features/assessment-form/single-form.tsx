import type { DraftAnswers } from '@courseline/contracts';
import type { Definition } from '@courseline/instruments';
import { useEffect, useRef, useState } from 'react';
import { focusField } from '../../ui/keyboard/field-focus';
import { FormHeader } from './form-header';
import { firstOpenItem } from './form-items';
import type { FormPlace } from './form-keys';
import { fieldOf, FormQuestions } from './form-questions';
import styles from './assessment-form.module.css';

interface SingleFormProps {
  readonly definition: Definition;
  readonly answers: DraftAnswers;
  readonly disabled: boolean;
  /** Asked to show the first question without an answer; another number each time. */
  readonly lookForOpen: number;
  readonly onAnswer: (item: string, value: number | null) => void;
  /** The last question is behind one. */
  readonly onDone: () => void;
}

/** One form by itself, with its running total. */
export function SingleForm({
  definition,
  answers,
  disabled,
  lookForOpen,
  onAnswer,
  onDone,
}: SingleFormProps) {
  const root = useRef<HTMLElement>(null);
  const [goal, setGoal] = useState<{ readonly item: string } | null>(null);
  const go = (place: FormPlace) => {
    if (place.kind === 'item') setGoal({ item: place.item });
    else if (place.kind === 'after') onDone();
  };
  useEffect(() => {
    if (goal !== null && root.current !== null) focusField(root.current, fieldOf(definition.id, goal.item));
  }, [goal, definition.id]);
  const open = firstOpenItem(definition, answers);
  useEffect(() => {
    if (lookForOpen > 0 && open !== null && root.current !== null)
      focusField(root.current, fieldOf(definition.id, open));
    // Only when it is asked for: an answer by pointer must not move the focus.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [lookForOpen]);
  return (
    <section ref={root} className={styles['form']} aria-label={definition.name}>
      <FormHeader definition={definition} logged={null} answers={answers} by={null} action={null} />
      <FormQuestions
        definition={definition}
        answers={answers}
        disabled={disabled}
        onAnswer={onAnswer}
        onGo={go}
      />
    </section>
  );
}
