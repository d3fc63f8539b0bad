import { Link } from "react-router";
import { READING_ORDER } from "#curriculum/course";
import { GLOSSARY } from "#curriculum/glossary";
import { InlineText } from "#ui/inline-text";
import { PageHead } from "#ui/page-head";
import { paths } from "#paths";

export function GlossaryPage() {
  return (
    <>
      <PageHead
        title="Glossary"
        description="Every term of the course on ports and sockets, defined once, with the lesson that explains it."
      />
      <h1 tabIndex={-1} className="mt-8 text-4xl sm:text-5xl">
        Glossary
      </h1>
      <p className="mt-5 max-w-prose text-soft">
        The words of the course, from A to Z, each with the lesson that explains it.
      </p>
      <dl className="mt-8 max-w-prose">
        {GLOSSARY.map(({ id, term, definition, lesson }) => (
          <div key={id} id={id} className="-mx-3 border-t border-line px-3 py-3 target:bg-lit">
            <dt className="font-[650]">{term}</dt>
            <dd>
              <InlineText>{definition}</InlineText>
            </dd>
            <dd className="text-[0.95rem] text-soft">
              Lesson: <LessonLink address={lesson} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function LessonLink({ address }: { address: string }) {
  const place = READING_ORDER.find(
    ({ chapter, lesson }) => `${chapter.slug}/${lesson.slug}` === address,
  );
  if (place === undefined) throw new Error(`The glossary names ${address}, which is no lesson.`);
  return (
    <Link
      to={paths.lesson(place.chapter.slug, place.lesson.slug)}
      className="underline hover:text-accent"
    >
      {place.lesson.title}
    </Link>
  );
}
