// apps/api/src/outcomes/example.ts: boundaries/dependencies
import { seriesOf } from '../../../dashboard/src/charts/trajectory-series.js';

export const example = seriesOf;
