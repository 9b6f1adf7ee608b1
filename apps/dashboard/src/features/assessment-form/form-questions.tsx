import type { DraftAnswers } from '@courseline/contracts';
import type { Definition } from '@courseline/instruments';
import { useState, type FocusEvent } from 'react';
import { FormItem } from './form-item';
import { answerTo, askedItems, firstOpenItem } from './form-items';
import { answered, pressFormKey, type FormPlace, type FormStep } from './form-keys';
import styles from './assessment-form.module.css';

interface FormQuestionsProps {
  readonly id?: string;
  readonly definition: Definition;
  readonly answers: DraftAnswers;
  readonly disabled: boolean;
  readonly onAnswer: (item: string, value: number | null) => void;
  /** Where the keyboard goes after a key: the page moves the focus once the answer is drawn. */
  readonly onGo: (place: FormPlace) => void;
}

/** The questions of a form, answered by one key each. The answers are the owner's; it keeps none of its own. */
export function FormQuestions({ id, definition, answers, disabled, onAnswer, onGo }: FormQuestionsProps) {
  const [inFocus, setInFocus] = useState<string | null>(null);
  const current = inFocus ?? firstOpenItem(definition, answers);
  const take = (step: FormStep | null): boolean => {
    if (step === null) return false;
    if (step.answer !== null) onAnswer(step.answer.item, step.answer.value);
    onGo(step.to);
    return true;
  };
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setInFocus(null);
  };
  return (
    <div id={id} onBlur={onBlur}>
      <p className={styles['stem']}>{definition.stem ?? definition.title}</p>
      <ol className={styles['items']}>
        {askedItems(definition, answers).map((item) => (
          <FormItem
            key={item.id}
            item={item}
            field={fieldOf(definition.id, item.id)}
            answer={answerTo(answers, item.id)}
            current={current === item.id}
            disabled={disabled}
            onAnswer={(value) => take(answered(definition, answers, item.id, value))}
            onKey={(key) => take(pressFormKey(definition, answers, item.id, key))}
            onFocus={() => setInFocus(item.id)}
          />
        ))}
      </ol>
    </div>
  );
}

/** How the focus finds a question. */
export function fieldOf(instrument: string, item: string): string {
  return `answers/${instrument}/${item}`;
}
