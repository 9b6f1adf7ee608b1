// apps/api/src/http/clock.ts: -
export const systemClock = { now: () => new Date() };
