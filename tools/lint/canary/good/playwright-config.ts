// apps/e2e/playwright.config.ts: -
export default { use: { baseURL: process.env['BASE_URL'] } };
