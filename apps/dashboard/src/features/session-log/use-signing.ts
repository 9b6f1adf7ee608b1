import type { SessionDetail } from '@courseline/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newIdempotencyKey } from '../../api/client';
import { isProblem, UnreachableError } from '../../api/problem-error';
import { fetchDraft, sessionDetailQuery, signSession } from '../../api/session-log';
import { draftVersion } from './draft-queue';
import type { DraftSaver } from './draft-saver';

interface Signing {
  readonly sign: () => void;
  readonly isPending: boolean;
  readonly error: unknown;
}

/** Stores what is still on its way and signs that version: one act, one key, one wait. */
export function useSigning(
  clinic: string,
  session: string,
  saver: DraftSaver,
  onSigned: (detail: SessionDetail) => void,
): Signing {
  const client = useQueryClient();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const key = useRef<string | null>(null);

  const attempt = async (): Promise<void> => {
    // What could not be stored says so itself in the bar.
    if (!(await saver.flush())) return;
    key.current ??= newIdempotencyKey();
    try {
      const detail = await signSession(clinic, session, draftVersion(saver.queue()), key.current);
      // Read again where the person goes next: the draft this page still shows is no longer there.
      await client.invalidateQueries({ queryKey: ['clinic', clinic], refetchType: 'none' });
      client.setQueryData(sessionDetailQuery(clinic, session).queryKey, detail);
      onSigned(detail);
    } catch (failure) {
      if (!(failure instanceof UnreachableError)) key.current = null;
      if (isProblem(failure, 'version-conflict')) saver.take(await fetchDraft(clinic, session));
      throw failure;
    }
  };
  const sign = () => {
    if (isPending) return;
    setPending(true);
    setError(null);
    attempt()
      .catch((failure: unknown) => setError(failure))
      .finally(() => setPending(false));
  };
  return { sign, isPending, error };
}
