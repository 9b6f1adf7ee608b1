import type { NewMonitoringEntry, SessionMonitor } from '@courseline/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newIdempotencyKey } from '../../api/client';
import { addMonitoringEntry, monitorQuery } from '../../api/monitoring';
import { UnreachableError } from '../../api/problem-error';

const retryMilliseconds = 3_000;

/** An entry on its way: what was written is not lost when the network is. */
export interface OutgoingEntry {
  readonly key: string;
  readonly entry: NewMonitoringEntry;
  /** Null while it is under way. */
  readonly failure: Error | null;
}

export interface Entries {
  readonly outgoing: readonly OutgoingEntry[];
  readonly send: (entry: NewMonitoringEntry) => void;
  readonly drop: (key: string) => void;
  readonly hasUnsent: () => boolean;
}

/** Sends each entry under a key of its own, again and again until the server has it or refuses it. */
export function useEntries(clinic: string, session: string): Entries {
  const client = useQueryClient();
  const [outgoing, setOutgoing] = useState<readonly OutgoingEntry[]>([]);
  const waiting = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const unsent = useRef(new Set<string>());
  useEffect(() => {
    const timers = waiting.current;
    return () => timers.forEach((timer) => clearTimeout(timer));
  }, []);

  const leave = useCallback((key: string) => {
    unsent.current.delete(key);
    setOutgoing((now) => now.filter((each) => each.key !== key));
  }, []);

  const attempt = useCallback(
    (key: string, entry: NewMonitoringEntry): void => {
      const { queryKey } = monitorQuery(clinic, session);
      addMonitoringEntry(clinic, session, entry, key).then(
        (added) => {
          client.setQueryData<SessionMonitor>(queryKey, (now) =>
            now === undefined || now.entries.some(({ id }) => id === added.id)
              ? now
              : { ...now, entries: [...now.entries, added] },
          );
          leave(key);
          void client.invalidateQueries({ queryKey });
        },
        (error: unknown) => {
          const failure = error instanceof Error ? error : new Error(String(error));
          setOutgoing((now) => now.map((each) => (each.key === key ? { ...each, failure } : each)));
          if (failure instanceof UnreachableError)
            waiting.current.set(
              key,
              setTimeout(() => attempt(key, entry), retryMilliseconds),
            );
          else unsent.current.delete(key);
        },
      );
    },
    [client, clinic, leave, session],
  );

  const send = useCallback(
    (entry: NewMonitoringEntry) => {
      const key = newIdempotencyKey();
      unsent.current.add(key);
      setOutgoing((now) => [...now, { key, entry, failure: null }]);
      attempt(key, entry);
    },
    [attempt],
  );

  return { outgoing, send, drop: leave, hasUnsent: () => unsent.current.size > 0 };
}
