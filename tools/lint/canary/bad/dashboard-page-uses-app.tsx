// apps/dashboard/src/pages/example.tsx: boundaries/dependencies
import { Layout } from '../app/layout';

export const example = Layout;
