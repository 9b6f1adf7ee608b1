import { z } from 'zod';

/**
 * What a page may listen to: `alerts` (of patients one may see) or `session/<id>`. An event says that something there
 * is new and nothing of what it is: the page asks again through the ordinary routes.
 */
const liveTopic = /^(?:alerts|session\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export type LiveTopic = 'alerts' | `session/${string}`;

export const liveTopicSchema = z.custom<LiveTopic>(
  (value) => typeof value === 'string' && liveTopic.test(value),
  'There is no such topic.',
);

/** The most topics of one stream. */
export const MOST_LIVE_TOPICS = 10;

/** GET /api/c/:clinic/events?topics=alerts,session/…: server-sent events. */
export const liveQuerySchema = z.strictObject({
  topics: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(liveTopicSchema).min(1).max(MOST_LIVE_TOPICS)),
});
export type LiveQuery = z.output<typeof liveQuerySchema>;

/**
 * The data of one message. `again`: nothing may be known since the last message, so that everything listened to is
 * asked again; it comes first on every stream.
 */
export const liveEventSchema = z.union([
  z.object({ topic: liveTopicSchema }),
  z.object({ again: z.literal(true) }),
]);
export type LiveEvent = z.infer<typeof liveEventSchema>;
