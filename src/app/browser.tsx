import { StrictMode, startTransition } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { App } from "./app.tsx";
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

// A host answers every unknown address with 404.html. Its markup belongs to no address, so it is
// replaced, not hydrated: /ports/12345 arrives this way and still gets its answer.
const prerendered = root.firstElementChild !== null;
const isNotFoundPage = document.documentElement.dataset["page"] === "not-found";
// In slices: what is there can be read already.
if (prerendered && !isNotFoundPage) startTransition(() => void hydrateRoot(root, app));
else createRoot(root).render(app);
