import type { TimelineEntry } from '@courseline/contracts';
import type { MonitoringMoment } from '@courseline/treatment';

/** What is being entered; one thing at a time. */
export type Panel =
  | { readonly kind: 'readings'; readonly moment: MonitoringMoment; readonly corrects: TimelineEntry | null }
  | { readonly kind: 'dose' }
  | { readonly kind: 'side-effect' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'rescue' }
  | { readonly kind: 'note' }
  | { readonly kind: 'discharge' }
  | { readonly kind: 'withdraw'; readonly entry: TimelineEntry };
