// What has to be known before the first paint, so that no page flashes.
// A file of its own because the content security policy allows no inline script.

// The remembered theme; the key is the one src/storage/theme.ts writes.
try {
  var theme = localStorage.getItem("ports-of-call:theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's own preference stands.
}

// An address that tells a quiz is answered with the hub's file: it stays out of sight until the quiz takes its place
// (src/pages/quiz.tsx), or for some seconds, should the quiz never come.
if (/[?&]seed=/.test(location.search)) {
  document.documentElement.dataset.awaits = "quiz";
  setTimeout(function () {
    delete document.documentElement.dataset.awaits;
  }, 8000);
}
