import type { AssessmentDetail, AssessmentRevision } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { useState } from 'react';
import { amendAssessment } from '../../api/assessments';
import { useCurrentClinic } from '../../api/current-clinic';
import { useDeed } from '../../api/use-deed';
import { Form, FormEnd } from '../../ui/fields/form';
import { isReasonMissing, ReasonField } from '../../ui/fields/reason-field';
import { answersToAmend, changedItems, filledAnswers } from './filled-form';
import { withAnswer } from './form-items';
import { problemWords } from '../../ui/failure-words';
import { SingleForm } from './single-form';

interface AmendFormProps {
  readonly detail: AssessmentDetail;
  readonly revision: AssessmentRevision;
  readonly onDone: () => void;
}

/** Answers put right, with the reason. The version before stays in the history. */
export function AmendForm({ detail, revision, onDone }: AmendFormProps) {
  const { slug } = useCurrentClinic();
  const definition = getInstrument(detail.instrument);
  const [answers, setAnswers] = useState(() => answersToAmend(revision));
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState(false);
  const filled = filledAnswers(definition, answers);
  const changes = changedItems(revision, filled);
  const deed = useDeed(
    (body: Parameters<typeof amendAssessment>[1], idempotencyKey) =>
      amendAssessment({ clinic: slug, assessment: detail.id, version: detail.version, idempotencyKey }, body),
    { refresh: ['clinic', slug], onDone },
  );
  return (
    <Form
      label="Amend the form"
      onSubmit={(event) => {
        event.preventDefault();
        setRefused(true);
        if (!isReasonMissing(reason) && changes.length > 0) deed.mutate({ ...filled, reason: reason.trim() });
      }}
    >
      <SingleForm
        definition={definition}
        answers={answers}
        disabled={deed.isPending}
        lookForOpen={0}
        onAnswer={(item, value) => setAnswers((now) => withAnswer(definition, now, item, value))}
        onDone={() => undefined}
      />
      <ReasonField
        value={reason}
        hint="Stays in the history with your name."
        asked={refused}
        onChange={setReason}
      />
      <FormEnd
        submit="Save amendment"
        pending={deed.isPending}
        problem={
          deed.error !== null
            ? problemWords(deed.error)
            : refused && changes.length === 0
              ? 'No answer is changed.'
              : null
        }
      />
    </Form>
  );
}
