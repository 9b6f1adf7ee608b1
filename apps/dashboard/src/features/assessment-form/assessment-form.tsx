import type { DraftAnswers, LoggedInstrument } from '@courseline/contracts';
import type { Definition } from '@courseline/instruments';
import { useId } from 'react';
import { FormHeader } from './form-header';
import type { FormPlace } from './form-keys';
import { FormQuestions } from './form-questions';
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
  return (
    <section className={styles['form']} aria-label={definition.name}>
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
            data-field={expanded ? undefined : `answers/${definition.id}`}
            onClick={() => onExpand(!expanded)}
          >
            {expanded ? 'Close' : 'Show'}
          </button>
        }
      />
      {expanded && (
        <FormQuestions
          id={id}
          definition={definition}
          answers={answers}
          disabled={disabled}
          onAnswer={onAnswer}
          onGo={onGo}
        />
      )}
    </section>
  );
}
