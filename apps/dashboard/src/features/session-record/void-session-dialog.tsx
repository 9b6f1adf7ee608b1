import type { SessionDetail } from '@courseline/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCurrentClinic } from '../../api/current-clinic';
import { forgetSessionLog, sessionDetailQuery, voidSession } from '../../api/session-log';
import { useDeed } from '../../api/use-deed';
import { Choice } from '../../ui/fields/choice';
import { ReasonDialog } from '../../ui/reason-dialog';

interface VoidSessionDialogProps {
  readonly session: SessionDetail;
  readonly patientName: string;
  readonly onClose: () => void;
  readonly onDone: (detail: SessionDetail) => void;
}

type Forms = 'with' | 'without';

/** The session never was, or not so: it leaves every chart and rate, and stays in the history. */
export function VoidSessionDialog({ session, patientName, onClose, onDone }: VoidSessionDialogProps) {
  const { slug } = useCurrentClinic();
  const [forms, setForms] = useState<Forms>('with');
  const client = useQueryClient();
  const deed = useDeed(
    async (reason: string, key) => {
      const withAssessments = forms === 'with';
      const detail = await voidSession(slug, session.id, session.version, { reason, withAssessments }, key);
      client.setQueryData(sessionDetailQuery(slug, session.id).queryKey, detail);
      forgetSessionLog(client, slug, session.id);
      return detail;
    },
    { refresh: ['clinic', slug], onDone },
  );
  return (
    <ReasonDialog
      opened
      onClose={onClose}
      title="Was this session entered in error?"
      consequence={
        <>
          <p>
            It leaves every chart and rate of {patientName}. It stays in the history, with your name and
            reason.
          </p>
          <FormsChoice forms={forms} onChoose={setForms} others="They stay, as forms without a session." />
        </>
      }
      confirm="Mark as entered in error"
      suggestions={['Entered twice', 'Did not take place', 'Wrong day']}
      onConfirm={(reason) => deed.mutate(reason)}
      pending={deed.isPending}
      error={deed.error}
    />
  );
}

interface FormsChoiceProps {
  readonly forms: Forms;
  readonly onChoose: (forms: Forms) => void;
  readonly others: string;
}

export function FormsChoice({ forms, onChoose, others }: FormsChoiceProps) {
  return (
    <Choice
      label="Questionnaires filled in with this session"
      stacked
      options={[
        { value: 'with', label: 'The same goes for them' },
        { value: 'without', label: others },
      ]}
      value={forms}
      onChange={onChoose}
    />
  );
}
