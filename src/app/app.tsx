import { Suspense } from "react";
import { Route, Routes } from "react-router";
import { PageErrorBoundary } from "./page-error-boundary.tsx";
import { ROUTES } from "./routes.tsx";
import { RouteFocus } from "./route-focus.tsx";
import { Shell } from "./shell.tsx";

export function App() {
  return (
    <Shell>
      <PageErrorBoundary>
        <Suspense>
          <RouteFocus />
          <Routes>
            {ROUTES.map(({ path, element }) => (
              <Route key={path} path={path} element={element} />
            ))}
          </Routes>
        </Suspense>
      </PageErrorBoundary>
    </Shell>
  );
}
