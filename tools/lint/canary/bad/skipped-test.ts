// apps/e2e/example.e2e.ts: no-restricted-properties
import { test } from '@playwright/test';

test.skip('one', () => undefined);
