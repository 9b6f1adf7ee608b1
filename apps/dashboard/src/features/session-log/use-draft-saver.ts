import type { SessionLog } from '@courseline/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { alertsQuery } from '../../api/safety';
import { fetchDraft, saveDraft, sessionDraftQuery, sessionLogQuery } from '../../api/session-log';
import { hasUnsaved, type DraftQueue } from './draft-queue';
import { DraftSaver, type Later } from './draft-saver';
import { judgeSave } from './judge-save';

const later: Later = (run, milliseconds) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** The draft of a session, saved in the background and kept up to what others enter. */
export function useDraftSaver(clinic: string, log: SessionLog): { saver: DraftSaver; queue: DraftQueue } {
  const session = log.session.id;
  const [saver] = useState(
    () =>
      new DraftSaver(
        {
          save: (version, changes) => saveDraft(clinic, session, version, changes),
          read: () => fetchDraft(clinic, session),
          judge: judgeSave,
        },
        later,
        log.draft,
      ),
  );
  const queue = useSyncExternalStore(saver.subscribe, saver.queue);

  useOthersEntries(clinic, log, saver, queue);
  useFreshAlerts(clinic, session, queue);
  useUnsavedGuard(saver);
  return { saver, queue };
}

function useOthersEntries(clinic: string, log: SessionLog, saver: DraftSaver, queue: DraftQueue): void {
  // Once there is a draft: one that someone else begins is found by our own first save.
  const query = useQuery({
    ...sessionDraftQuery(clinic, log.session.id),
    enabled: queue.saved !== null && queue.sending === null,
  });
  useEffect(() => {
    if (query.data !== undefined) saver.take(query.data);
  }, [saver, query.data]);
  useEffect(() => {
    if (log.draft !== null) saver.take(log.draft);
  }, [saver, log.draft]);
}

/** An answer to item 9 may have raised an alert, and an alert is not to be waited for. */
function useFreshAlerts(clinic: string, session: string, queue: DraftQueue): void {
  const client = useQueryClient();
  const answer = queue.saved?.fields['answers/phq-9/9'];
  const stored = answer === undefined ? null : `${JSON.stringify(answer.value)} ${answer.at}`;
  const [seen, setSeen] = useState(stored);
  useEffect(() => {
    if (stored === seen) return;
    setSeen(stored);
    void client.invalidateQueries({ queryKey: sessionLogQuery(clinic, session).queryKey });
    void client.invalidateQueries({ queryKey: alertsQuery(clinic).queryKey });
  }, [client, clinic, session, stored, seen]);
}

/** What is typed goes to the server before the page is left, and the page is not closed over what could not. */
function useUnsavedGuard(saver: DraftSaver): void {
  useEffect(() => {
    const save = () => void saver.flush();
    saver.wake();
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') save();
    };
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('online', save);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('online', save);
      save();
      saver.rest();
    };
  }, [saver]);
  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => {
      // Leaving a field is what stores it: the one in focus has not been left yet.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      if (!hasUnsaved(saver.queue())) return;
      void saver.flush();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', onUnload);
    return () => window.removeEventListener('beforeunload', onUnload);
  }, [saver]);
}
