import { PageHead } from "#ui/page-head";
export function HomePage() {
  return (
    <>
      <PageHead title="Home" description="Home" />
      <h1>Home</h1>
    </>
  );
}
