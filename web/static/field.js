// Form controls that answer a question, or all of a page. What is filled in is sent as a whole.
import { drawControl } from "./controls.js";
import { element } from "./element.js";

// `fill` gets the values by the controls' names, and what was chosen in words.
export function drawField(field, words, fill) {
  const isAlone = field.controls.length === 1;
  const controls = field.controls.map((control) => drawControl(control, words, isAlone));
  const send = element("button", { type: "submit", className: "key answer" }, words.get("answer"));
  const form = element("form", { className: "field", noValidate: true }, ...controls.map((one) => one.element), send);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = Object.assign({}, ...controls.map((one) => one.values()));
    const said = controls.flatMap((one) => one.said()).map(([label, text]) => [label, text || words.get("blank")]);
    const lines = said.map(([label, text]) => (said.length > 1 ? `${label} ${text}` : text));
    fill({ fill: field.data, values }, lines.join("\n"), field.controls[0].label.lang);
  });
  return form;
}

// What is older than the newest message can be read, and no longer filled in.
export function retire(log) {
  for (const form of log.querySelectorAll("form.field:not(.over)")) {
    if (form.closest(".message") === log.lastElementChild) continue;
    form.classList.add("over");
    for (const one of form.elements) one.disabled = true;
  }
}
