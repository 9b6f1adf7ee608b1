// apps/api/src/outcomes/example.ts: boundaries/dependencies
import { Line } from 'recharts';

export const example = Line;
