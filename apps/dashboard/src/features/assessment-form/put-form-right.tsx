import type { AssessmentDetail, PatientHit } from '@courseline/contracts';
import { useState, type ReactNode } from 'react';
import { moveAssessment, voidAssessment } from '../../api/assessments';
import { useCurrentClinic } from '../../api/current-clinic';
import { useDeed } from '../../api/use-deed';
import { Dialog } from '../../ui/dialog';
import { Form, FormEnd } from '../../ui/fields/form';
import { isReasonMissing, ReasonField } from '../../ui/fields/reason-field';
import { ReasonDialog } from '../../ui/reason-dialog';
import { problemWords } from '../../ui/failure-words';
import { RightPatient, type PatientPickerSlot } from '../../ui/right-patient';

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
  readonly picker: (slot: PatientPickerSlot) => ReactNode;
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
  return (
    <Form
      label="Put the form on the right patient"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (patient !== null && !isReasonMissing(reason)) deed.mutate(patient.id);
      }}
    >
      <p>
        The form leaves every chart and rate of {patientName} and counts for the other patient from then on,
        in the course of its day. Both histories keep it.
      </p>
      <RightPatient
        picker={picker}
        exceptId={detail.patientId}
        chosen={patient}
        error={asked ? 'Choose the patient the form belongs to.' : undefined}
        onChoose={setPatient}
      />
      <ReasonField
        value={reason}
        hint="Stays in both histories with your name."
        asked={asked}
        onChange={setReason}
      />
      <FormEnd submit="Move the form" pending={deed.isPending} problem={problemWords(deed.error)} />
    </Form>
  );
}
