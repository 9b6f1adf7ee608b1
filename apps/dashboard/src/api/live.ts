import type { LiveTopic } from '@courseline/contracts';
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';
import { pathOf } from './client';
import { useCurrentClinic } from './current-clinic';
import { LiveConnection, type StreamEars } from './live-connection';

/** What is read again when something is new of a topic: every query whose key begins so. */
function keysOf(clinic: string, topic: LiveTopic): readonly QueryKey[] {
  const names = topic === 'alerts' ? ['alerts', 'caseload'] : ['monitor', 'draft'];
  return topic === 'alerts'
    ? names.map((name) => ['clinic', clinic, name])
    : names.map((name) => ['clinic', clinic, 'session', topic.slice('session/'.length), name]);
}

const connections = new Map<string, LiveConnection>();

function connectionOf(clinic: string): LiveConnection {
  const known = connections.get(clinic);
  if (known !== undefined) return known;
  const connection = new LiveConnection({
    open: typeof EventSource === 'undefined' ? null : (topics, ears) => listen(clinic, topics, ears),
    isHidden: () => document.hidden,
    later: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  document.addEventListener('visibilitychange', connection.looked);
  connections.set(clinic, connection);
  return connection;
}

function listen(clinic: string, topics: readonly LiveTopic[], { heard, failed }: StreamEars): () => void {
  const source = new EventSource(`/api${pathOf`/c/${clinic}/events`}?topics=${topics.join(',')}`);
  source.onmessage = ({ data }) => heard(data);
  source.onerror = () => failed(source.readyState === EventSource.CLOSED);
  return () => source.close();
}

/**
 * Keeps what the page shows of these topics as new as it is on the server, without asking all the time: what others
 * enter is there within a second. Where events do not come, it is asked for at intervals.
 */
export function useLive(topics: readonly LiveTopic[], enabled = true): void {
  const { slug } = useCurrentClinic();
  const client = useQueryClient();
  const named = topics.join(',');
  useEffect(() => {
    if (!enabled || named === '') return undefined;
    return connectionOf(slug).add({
      topics: named.split(',') as LiveTopic[],
      ask: (topic) => {
        for (const queryKey of keysOf(slug, topic)) void client.invalidateQueries({ queryKey });
      },
    });
  }, [client, enabled, named, slug]);
}
