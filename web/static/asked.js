// What is asked beside a control: notes, its label or legend, its hint.
import { dirOf, element, worded } from "./element.js";

let count = 0;

export function nextId() {
  count += 1;
  return `control-${count}`;
}

export function said(tag, line, className = "") {
  return element(tag, { className, lang: line.lang, dir: dirOf(line.lang) }, ...worded(line.text));
}

// The label in words, for what she is shown of her answer.
export function named(line) {
  const text = (line.label ?? line).text;
  return /[?:؟…]$/.test(text) ? text : `${text}:`;
}

// A div with a label for `input`, or a fieldset with a legend.
export function asked(tag, control, body, input = body) {
  const notes = (control.notes ?? []).map((note) => said("p", note));
  const title = said(tag === "fieldset" ? "legend" : "label", control.label, "question");
  if (tag !== "fieldset") title.htmlFor = input.id;
  const hint = control.hint ? said("p", control.hint, "help") : null;
  const made = element(tag, { className: `control ${control.kind}` }, title, hint, body);
  if (hint) hint.id = nextId();
  (tag === "fieldset" ? made : input).setAttribute("aria-describedby", hint?.id ?? "");
  return notes.length ? element("div", { className: "noted" }, ...notes, made) : made;
}
