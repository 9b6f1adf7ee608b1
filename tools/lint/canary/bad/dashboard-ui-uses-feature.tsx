// apps/dashboard/src/ui/example.tsx: boundaries/dependencies
import { Caseload } from '../features/caseload/caseload';

export const example = Caseload;
