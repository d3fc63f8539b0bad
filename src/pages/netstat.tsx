import { PageHead } from "#ui/page-head";
export function NetstatPage() {
  return (
    <>
      <PageHead title="Netstat" description="Netstat" />
      <h1>Netstat</h1>
    </>
  );
}
