/** What Chromium is started with beside Playwright's own flags: nothing but the site's own requests. */
export const BROWSER_FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--disable-domain-reliability",
  "--no-pings",
];
