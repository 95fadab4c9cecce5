/**
 * Who may see the preview: whoever was given its address. The token in it is exchanged for a cookie that no other site
 * can have sent, and a page of another site that finds the port is refused by its Host or Origin.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** Nothing but files of ours, and no script or style inside the page. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The slides: styles, and pictures and fonts that they hold; no script, whatever stands in them. */
export const SLIDES_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin',
].join('; ');

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': PAGE_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

export interface Access {
  /** Part of the address. */
  token: string;
  guard: MiddlewareHandler;
}

/** `portOf` is asked when a request comes: the port is known only then. */
export function createAccess(portOf: () => number): Access {
  const token = randomBytes(24).toString('base64url');
  const secret = randomBytes(24).toString('base64url');
  const guard: MiddlewareHandler = async (c, next) => {
    const port = portOf();
    // Cookies do not tell ports apart: two previews have two names.
    const cookie = `briefdeck-${port}`;
    const host = c.req.header('host') ?? '';
    if (![`127.0.0.1:${port}`, `localhost:${port}`].includes(host)) return c.text('Wrong host.', 403);
    const origin = c.req.header('origin');
    if (origin !== undefined && origin !== `http://${host}`) return c.text('Wrong origin.', 403);
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
    if (c.req.method !== 'GET') return c.text('Only GET.', 405);
    const given = c.req.query('token');
    if (c.req.path === '/' && given !== undefined && isSame(given, token)) {
      setCookie(c, cookie, secret, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return c.redirect('/', 303);
    }
    if (!isSame(getCookie(c, cookie) ?? '', secret))
      return c.text('Open the address that "briefdeck preview" has printed.', 403);
    return next();
  };
  return { token, guard };
}

/** Compares in a time that tells nothing. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
