import type { APIResponse, Browser, BrowserContext, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

export { expect, test };

const need = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: journeys run by the global setup.`);
  return value;
};

export const demoUrl = (): string => need('COURSELINE_DEMO_URL');
export const emptyUrl = (): string => need('COURSELINE_EMPTY_URL');
export const firstRunLink = (): string => need('COURSELINE_FIRST_RUN_LINK');

export const DEMO_PASSWORD = 'a lantern on the harbor wall';
export const HARBOR = '/c/harbor-clinic';

/** Signs in through the page, as a person would. */
export async function signIn(
  page: Page,
  url: string,
  email: string,
  password = DEMO_PASSWORD,
): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
}

/** Another device: a browser of its own, with nothing of the first. */
export async function anotherDevice(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'America/New_York', ...options });
  return { context, page: await context.newPage() };
}

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** A request of whoever the page is signed in as, for arranging what a journey does not walk through. */
export async function asks(
  page: Page,
  method: 'GET' | 'POST' | 'PATCH' | 'PUT',
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<APIResponse> {
  const origin = new URL(page.url()).origin;
  const answer = await page.request.fetch(`${origin}/api${path}`, {
    method,
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { data: body }),
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return answer;
}
