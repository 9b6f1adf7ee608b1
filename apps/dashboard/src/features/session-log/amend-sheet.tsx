import { Button } from '@mantine/core';
import type { SessionDetail, SessionLog } from '@courseline/contracts';
import { useRef, useState, type ReactNode } from 'react';
import { useCurrentClinic } from '../../api/current-clinic';
import { amendSession, sessionDetailQuery } from '../../api/session-log';
import { useDeed } from '../../api/use-deed';
import { useQueryClient } from '@tanstack/react-query';
import { useCloseGuard } from '../../ui/close-guard';
import { TextField } from '../../ui/fields/text-field';
import { amend, amendedFields, instrumentsToAmend, type Amended, type SignedSession } from './amendment';
import { fieldWords } from './draft-words';
import { LeaveGuard } from './leave-guard';
import { LogEditingProvider } from './log-context';
import { SessionHeading } from './session-heading';
import { SessionSheet } from './session-sheet';
import type { AlertsSlot, FormsSlot } from './sheet-slots';
import { SignBar } from './sign-bar';
import { SignProblems } from './sign-problems';
import { useSheet } from './use-sheet';
import { useSheetKeys } from './use-sheet-keys';

interface AmendSheetProps {
  readonly log: SessionLog & { readonly signed: SignedSession };
  readonly forms: (slot: FormsSlot) => ReactNode;
  readonly alerts: (slot: AlertsSlot) => ReactNode;
  readonly onAmended: (detail: SessionDetail) => void;
}

/** A signed session put right: nothing is stored until a reason is given, and the version before stays. */
export function AmendSheet({ log, forms, alerts, onAmended }: AmendSheetProps) {
  const { slug, accountId, personName } = useCurrentClinic();
  const client = useQueryClient();
  const { signed } = log;
  const [amended, setAmended] = useState<Amended>(() => new Map());
  const latest = useRef(amended);
  const [reason, setReason] = useState('');
  const [reasonAsked, setReasonAsked] = useState(false);
  const reasonField = useRef<HTMLInputElement>(null);
  const put = (next: Amended) => {
    latest.current = next;
    setAmended(next);
  };
  const deed = useDeed(
    (changes: Amended, key) =>
      amendSession(
        slug,
        log.session.id,
        log.session.version,
        { changes: [...changes].map(([path, value]) => ({ path, value })), reason: reason.trim() },
        key,
      ),
    {
      refresh: ['clinic', slug, 'session', log.session.id],
      onDone: (detail) => {
        latest.current = new Map();
        client.setQueryData(sessionDetailQuery(slug, log.session.id).queryKey, detail);
        onAmended(detail);
      },
    },
  );
  const root = useRef<HTMLDivElement>(null);
  const sheet = useSheet({
    root,
    log,
    fields: amendedFields(signed, amended, { id: accountId, name: personName }),
    assessmentIds: signed.assessmentIds,
    edit: (changes) => put(amend(signed, latest.current, changes)),
    refusalOf: () => null,
    keepsTime: false,
    goesToFirst: false,
    waitsForAlerts: false,
    disabled: deed.isPending,
    enteredBy: () => null,
  });

  const save = () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const [gate] = [...sheet.invalidNow(), ...sheet.completion.gates];
    if (gate !== undefined) {
      sheet.goTo(gate);
    } else if (reason.trim().length < 3) {
      setReasonAsked(true);
      reasonField.current?.focus();
    } else if (latest.current.size > 0) {
      deed.mutate(latest.current);
    }
  };
  useSheetKeys(root, sheet, save);
  useCloseGuard(() => latest.current.size > 0);

  return (
    <div ref={root}>
      <SessionHeading log={log} amending />
      <LogEditingProvider editing={sheet.editing}>
        <SessionSheet
          forms={forms({ ...sheet.forms, instruments: instrumentsToAmend(log) })}
          alerts={alerts(sheet.alerts)}
        />
      </LogEditingProvider>
      <SignBar
        completion={sheet.completion}
        gatesLabel="Before amending"
        onGoTo={sheet.goTo}
        saved={{
          words:
            amended.size === 0
              ? 'Nothing changed yet.'
              : `Changed: ${[...new Set([...amended.keys()].map(fieldWords))].join(', ')}. Not stored yet.`,
          failed: false,
        }}
        onSaveAgain={null}
        notices={<SignProblems error={deed.error} />}
        act={
          <>
            <TextField
              ref={reasonField}
              label="Reason"
              value={reason}
              maxLength={500}
              error={
                reasonAsked && reason.trim().length < 3 ? 'Say why, for whoever reads it later.' : undefined
              }
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Button onClick={save} loading={deed.isPending} disabled={amended.size === 0}>
              Save amendment
            </Button>
          </>
        }
      />
      <LeaveGuard isUnsaved={() => latest.current.size > 0} unsaved={amended.size} flush={null} />
    </div>
  );
}
