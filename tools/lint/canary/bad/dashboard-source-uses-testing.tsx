// apps/dashboard/src/features/caseload/example.tsx: boundaries/dependencies
import { fakeApi } from '../../testing/fake-api';

export const example = fakeApi;
