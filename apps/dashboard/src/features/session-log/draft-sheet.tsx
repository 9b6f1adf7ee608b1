import { Button } from '@mantine/core';
import { readDraftFields, type SessionDetail, type SessionLog } from '@courseline/contracts';
import { useRef, useState, type ReactNode } from 'react';
import { useCurrentClinic } from '../../api/current-clinic';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { useFormat } from '../../ui/format-context';
import { completionOf } from './completion';
import { hasUnsaved, shownFields } from './draft-queue';
import { LeaveGuard } from './leave-guard';
import { change, LogEditingProvider } from './log-context';
import { MeanwhileNotice } from './meanwhile-notice';
import { enteredBy, savedWords } from './saved-words';
import { SessionHeading } from './session-heading';
import { SessionSheet } from './session-sheet';
import { type AlertsSlot, type FormsSlot } from './sheet-slots';
import { SignBar } from './sign-bar';
import { SignProblems } from './sign-problems';
import { useDraftSaver } from './use-draft-saver';
import { useSheet } from './use-sheet';
import { useSheetKeys } from './use-sheet-keys';
import { useSigning } from './use-signing';

interface DraftSheetProps {
  readonly log: SessionLog;
  readonly forms: (slot: FormsSlot) => ReactNode;
  readonly alerts: (slot: AlertsSlot) => ReactNode;
  readonly onSigned: (detail: SessionDetail) => void;
}

/** A session while it is written down: the care team's shared draft, until a clinician signs it. */
export function DraftSheet({ log, forms, alerts, onSigned }: DraftSheetProps) {
  const { slug, accountId, personName } = useCurrentClinic();
  const format = useFormat();
  const { saver, queue } = useDraftSaver(slug, log);
  const me = { id: accountId, name: personName };
  const fields = shownFields(queue, me);
  const assessmentIds = queue.saved?.assessmentIds ?? {};
  const signing = useSigning(slug, log.session.id, saver, onSigned);
  const [asksAboutMissing, setAsksAboutMissing] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const sheet = useSheet({
    root,
    log,
    fields,
    assessmentIds,
    edit: saver.edit,
    refusalOf: (path) => queue.refused.find((each) => each.path === path)?.detail ?? null,
    keepsTime: true,
    goesToFirst: true,
    waitsForAlerts: true,
    disabled: signing.isPending,
    enteredBy: (instrument) => {
      const own = Object.entries(fields).flatMap(([path, field]) =>
        path.startsWith(`answers/${instrument}/`) ? [field] : [],
      );
      return own.some((field) => field.by !== accountId) ? enteredBy(own, accountId) : null;
    },
  });

  const sign = () => {
    // Leaving a field is what stores it.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const latest = readDraftFields(shownFields(saver.queue(), me));
    const { gates, missing } = completionOf(log, latest, assessmentIds);
    const [gate] = [...sheet.invalidNow(), ...gates];
    if (gate !== undefined) sheet.goTo(gate);
    else if (missing.length > 0) setAsksAboutMissing(true);
    else signing.sign();
  };
  useSheetKeys(root, sheet, log.maySign ? sign : null);

  return (
    <div ref={root}>
      <SessionHeading log={log} />
      <LogEditingProvider editing={sheet.editing}>
        <SessionSheet
          forms={forms({ ...sheet.forms, instruments: log.instruments })}
          alerts={alerts(sheet.alerts)}
        />
      </LogEditingProvider>
      <SignBar
        completion={sheet.completion}
        onGoTo={sheet.goTo}
        saved={savedWords(queue, Object.values(fields), accountId, format)}
        onSaveAgain={queue.failure === null ? null : () => void saver.flush()}
        notices={
          <>
            <MeanwhileNotice
              meanwhile={queue.meanwhile}
              onTakeTheirs={(path, theirs) => {
                saver.edit([change(path, theirs)]);
                saver.noticed();
              }}
              onSeen={saver.noticed}
            />
            <SignProblems error={signing.error} />
          </>
        }
        act={
          log.maySign ? (
            <Button onClick={sign} loading={signing.isPending}>
              Sign&nbsp;<kbd>Ctrl Enter</kbd>
            </Button>
          ) : (
            <span>A clinician signs</span>
          )
        }
      />
      <ConfirmDialog
        opened={asksAboutMissing}
        onClose={() => setAsksAboutMissing(false)}
        title="Sign with something missing?"
        consequence={
          <>
            <p>Missing: {sheet.completion.missing.map((part) => part.detail).join(', ')}.</p>
            <p>It stays missing in charts and rates. It can be added later, as an amendment with a reason.</p>
          </>
        }
        confirm="Sign"
        onConfirm={() => {
          setAsksAboutMissing(false);
          signing.sign();
        }}
      />
      <LeaveGuard
        isUnsaved={() => hasUnsaved(saver.queue())}
        flush={saver.flush}
        unsaved={queue.waiting.size + queue.refused.length}
      />
    </div>
  );
}
