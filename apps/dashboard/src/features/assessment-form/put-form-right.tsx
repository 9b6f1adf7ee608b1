import type { AssessmentDetail, PatientHit } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { moveAssessment, voidAssessment } from '../../api/assessments';
import { useCurrentClinic } from '../../api/current-clinic';
import { useDeed } from '../../api/use-deed';
import { Dialog } from '../../ui/dialog';
import { Form, FormEnd } from '../../ui/fields/form';
import { TextField } from '../../ui/fields/text-field';
import { ReasonDialog } from '../../ui/reason-dialog';
import { problemWords } from './problem-words';
import styles from './assessment-form.module.css';

interface PutRightProps {
  readonly detail: AssessmentDetail;
  readonly patientName: string;
  readonly onClose: () => void;
  readonly onDone: (detail: AssessmentDetail) => void;
}

/** The form never was, or not so: it leaves every chart and rate, and stays in the history. */
export function VoidFormDialog({ detail, patientName, onClose, onDone }: PutRightProps) {
  const { slug } = useCurrentClinic();
  const deed = useDeed(
    (reason: string, idempotencyKey) =>
      voidAssessment(
        { clinic: slug, assessment: detail.id, version: detail.version, idempotencyKey },
        { reason },
      ),
    { refresh: ['clinic', slug], onDone },
  );
  return (
    <ReasonDialog
      opened
      onClose={onClose}
      title="Was this form entered in error?"
      consequence={`It leaves every chart and rate of ${patientName}. It stays in the history, with your name and reason.`}
      confirm="Mark as entered in error"
      suggestions={['Entered twice', 'Wrong form', 'Wrong day']}
      onConfirm={(reason) => deed.mutate(reason)}
      pending={deed.isPending}
      error={deed.error}
    />
  );
}

interface MoveFormDialogProps extends PutRightProps {
  readonly picker: (slot: {
    readonly exceptId: string;
    readonly error: string | undefined;
    readonly onChosen: (patient: PatientHit) => void;
  }) => ReactNode;
}

/** The form was written down on the wrong patient. */
export function MoveFormDialog({ onClose, ...form }: MoveFormDialogProps) {
  return (
    <Dialog opened onClose={onClose} title="Put the form on the right patient" size="lg">
      <MoveForm {...form} />
    </Dialog>
  );
}

function MoveForm({ detail, patientName, picker, onDone }: Omit<MoveFormDialogProps, 'onClose'>) {
  const { slug } = useCurrentClinic();
  const [patient, setPatient] = useState<PatientHit | null>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const deed = useDeed(
    (patientId: string, idempotencyKey) =>
      moveAssessment(
        { clinic: slug, assessment: detail.id, version: detail.version, idempotencyKey },
        { patientId, courseId: null, reason: reason.trim() },
      ),
    { refresh: ['clinic', slug], onDone },
  );
  const isReasonMissing = reason.trim().length < 3;
  return (
    <Form
      label="Put the form on the right patient"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (patient !== null && !isReasonMissing) deed.mutate(patient.id);
      }}
    >
      <p>
        The form leaves every chart and rate of {patientName} and counts for the other patient from then on,
        in the course of its day. Both histories keep it.
      </p>
      {patient === null ? (
        picker({
          exceptId: detail.patientId,
          error: asked ? 'Choose the patient the form belongs to.' : undefined,
          onChosen: setPatient,
        })
      ) : (
        <p className={styles['chosen']}>
          <span>
            Moves to <strong>{[patient.givenName, patient.familyName].join(' ').trim()}</strong> (
            {patient.mrn})
          </span>
          <Button size="compact-sm" variant="default" onClick={() => setPatient(null)}>
            Choose another
          </Button>
        </p>
      )}
      <TextField
        label="Reason"
        hint="Stays in both histories with your name."
        value={reason}
        maxLength={500}
        error={asked && isReasonMissing ? 'Say why, in three letters or more.' : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <FormEnd
        submit="Move the form"
        pending={deed.isPending}
        problem={deed.error === null ? null : problemWords(deed.error)}
      />
    </Form>
  );
}
