// apps/dashboard/src/features/caseload/example.tsx: boundaries/dependencies
import { Trajectory } from '../trajectory/trajectory';

export const example = Trajectory;
