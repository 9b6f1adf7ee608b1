import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useCurrentClinic } from './current-clinic';
import { sendTo } from './outbox-send';
import { memoryStore, OwnOutbox, type OutboxView } from './own-outbox';

const tryAgainMilliseconds = 15_000;

/** One outbox a person and clinic, as long as what was read for them is in memory. */
const outboxes = new WeakMap<QueryClient, Map<string, OwnOutbox>>();

function outboxOf(client: QueryClient, slug: string, accountId: string): OwnOutbox {
  const known = outboxes.get(client) ?? new Map<string, OwnOutbox>();
  outboxes.set(client, known);
  const key = `${slug} ${accountId}`;
  const found = known.get(key) ?? new OwnOutbox(memoryStore(), sendTo(slug));
  known.set(key, found);
  return found;
}

/** What this person has said here that the clinic may not have yet; sent by itself while the page is open. */
export function useOwnOutbox(): { readonly own: OwnOutbox; readonly view: OutboxView } {
  const { slug, accountId } = useCurrentClinic();
  const own = outboxOf(useQueryClient(), slug, accountId);
  const view = useSyncExternalStore(own.subscribe, own.current);
  useEffect(() => {
    const flush = () => void own.flush();
    globalThis.addEventListener('online', flush);
    return () => globalThis.removeEventListener('online', flush);
  }, [own]);
  const waits = view.state === 'offline';
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => void own.flush(), tryAgainMilliseconds);
    return () => clearTimeout(timer);
  }, [own, waits, view]);
  return { own, view };
}
