// Sets the remembered theme before the first paint, so that no page flashes.
// A file of its own because the content security policy allows no inline script.
// The key is the one src/storage/theme.ts writes.
try {
  var theme = localStorage.getItem("ports-of-call:theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's own preference stands.
}
