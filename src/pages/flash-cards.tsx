import { Link } from "react-router";
import { Crumb } from "#ui/crumb";
import { PageHead } from "#ui/page-head";
import { whenNear } from "#ui/when-near";
import { paths } from "#paths";

const FlashCards = whenNear(async () => (await import("#widgets/quiz/flash-cards")).FlashCards);

export function FlashCardsPage() {
  return (
    <>
      <PageHead
        title="Flash cards"
        description="Flash cards of the ports to know by heart: from the number to the service or from the service to the number, ten at a time."
      />
      <Crumb to={paths.quiz()} above="Quiz">
        Flash cards
      </Crumb>
      <h1 tabIndex={-1} className="mt-3 text-4xl sm:text-5xl">
        The ports to know
      </h1>
      <p className="mt-5 max-w-prose text-soft">
        Look at the front, say the answer to yourself, then turn the card. You alone judge whether
        you knew it, and it helps to be honest: a card that was not known comes back tomorrow, one
        that was known comes back later each time.
      </p>
      <FlashCards />
      <p className="mt-8 hidden max-w-prose noscript:block">
        The cards need script.{" "}
        <Link to={paths.ports()} className="underline hover:text-accent">
          The ports
        </Link>{" "}
        can be read without it.
      </p>
    </>
  );
}
