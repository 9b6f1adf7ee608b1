import type { DraftAnswers, LoggedInstrument } from '@courseline/contracts';
import type { Definition } from '@courseline/instruments';
import { useId, useState, type FocusEvent } from 'react';
import { FormHeader } from './form-header';
import { FormItem } from './form-item';
import { answerTo, askedItems, firstOpenItem } from './form-items';
import { answered, pressFormKey, type FormPlace, type FormStep } from './form-keys';
import styles from './assessment-form.module.css';

export interface AssessmentFormProps {
  readonly definition: Definition;
  readonly logged: LoggedInstrument;
  readonly answers: DraftAnswers;
  readonly by: string | null;
  readonly expanded: boolean;
  readonly disabled: boolean;
  readonly onExpand: (expanded: boolean) => void;
  readonly onAnswer: (item: string, value: number | null) => void;
  /** Where the keyboard goes after a key: the page moves the focus once the answer is drawn. */
  readonly onGo: (place: FormPlace) => void;
}

/** A questionnaire filled in by one key an answer. Its answers are the draft's; it keeps none of its own. */
export function AssessmentForm({
  definition,
  logged,
  answers,
  by,
  expanded,
  disabled,
  onExpand,
  onAnswer,
  onGo,
}: AssessmentFormProps) {
  const id = useId();
  const [inFocus, setInFocus] = useState<string | null>(null);
  const current = inFocus ?? firstOpenItem(definition, answers);
  const path = `answers/${definition.id}`;

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
    <section className={styles['form']} aria-label={definition.name} onBlur={onBlur}>
      <FormHeader
        definition={definition}
        logged={logged}
        answers={answers}
        by={by}
        action={
          <button
            type="button"
            className={styles['toggle']}
            aria-expanded={expanded}
            aria-controls={id}
            data-field={expanded ? undefined : path}
            onClick={() => onExpand(!expanded)}
          >
            {expanded ? 'Close' : 'Show'}
          </button>
        }
      />
      {expanded && (
        <div id={id}>
          <p className={styles['stem']}>{definition.stem ?? definition.title}</p>
          <ol className={styles['items']}>
            {askedItems(definition, answers).map((item) => (
              <FormItem
                key={item.id}
                item={item}
                field={`${path}/${item.id}`}
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
      )}
    </section>
  );
}
