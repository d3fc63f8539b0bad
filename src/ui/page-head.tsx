/** What a page tells the browser and search engines; the page writer lifts it into <head>. */
export function PageHead({ title, description }: { title: string; description: string }) {
  return (
    <>
      <title>{title === "Ports of Call" ? title : `${title} · Ports of Call`}</title>
      <meta name="description" content={description} />
    </>
  );
}
