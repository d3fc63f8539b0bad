/**
 * How long a question that was not answered yet was shown in this tab, for a reload to go on from. Where the browser keeps
 * nothing, it counts anew.
 */
const KEY = "ports-of-call:question-time";

/** Milliseconds; 0 where another question's time was kept. `question` names it within the tab. */
export function keptTime(question: string): number {
  try {
    const [kept, spent] = (sessionStorage.getItem(KEY) ?? "").split(" ");
    return kept === question && /^\d{1,9}$/.test(spent ?? "") ? Number(spent) : 0;
  } catch {
    return 0;
  }
}

export function keepTime(question: string, spent: number) {
  try {
    sessionStorage.setItem(KEY, `${question} ${spent}`);
  } catch {
    // Storage is blocked or full.
  }
}
