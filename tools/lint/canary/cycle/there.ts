import { back } from './back.js';

export const there: unknown = () => back;
