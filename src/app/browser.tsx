import { StrictMode, startTransition } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { App } from "./app.tsx";
import { pageAt } from "./page-at.ts";
import "./app.css";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no #root element.");

const app = (
  <StrictMode>
    <BrowserRouter basename={import.meta.env.BASE_URL}>
      <App />
    </BrowserRouter>
  </StrictMode>
);

// A host answers every unknown address with 404.html: /ports/12345 arrives this way and still gets its answer. And who
// goes back before the script is here, from a page that was not loaded anew, is elsewhere than the markup is. Markup of
// another page than the address's is replaced, not hydrated.
const isPage =
  document.documentElement.dataset["page"] ===
  pageAt(window.location.pathname, import.meta.env.BASE_URL);
// In slices: what is there can be read already.
if (isPage) startTransition(() => void hydrateRoot(root, app));
else createRoot(root).render(app);
