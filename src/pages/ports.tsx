import { PageHead } from "#ui/page-head";
export function PortsPage() {
  return (
    <>
      <PageHead title="Ports" description="Ports" />
      <h1>Ports</h1>
    </>
  );
}
