// Questions that share their choices: a table where there is room, one below the other on a phone.
import { asked, named, nextId, said } from "./asked.js";
import { box, chosenIn, inWords, keepAlone } from "./choices.js";
import { element } from "./element.js";
import { listed } from "./spelling.js";

export function drawGrid(control) {
  const options = control.options ?? [];
  const rows = (control.rows ?? []).map((row) => ({ row, group: drawRow(row, control) }));
  const heads = options.map((option) => said("span", option.label));
  const head = element("div", { className: "heads" }, element("span"), ...heads);
  head.setAttribute("aria-hidden", "true");
  const table = element("div", { className: "table" }, head, ...rows.map(({ group }) => group));
  table.style.setProperty("--columns", options.length);
  return {
    element: asked("fieldset", control, table),
    values: () => Object.fromEntries(rows.map(({ row, group }) => [row.name, chosenIn(group)])),
    said: () => rows.map(({ row, group }) => [named(row), listed(inWords(options, chosenIn(group)), row.label.lang)]),
  };
}

function drawRow(row, control) {
  const chosen = new Set(row.value ?? []);
  const type = control.several ? "checkbox" : "radio";
  const name = nextId();
  const label = said("span", row.label, "row-label");
  label.id = nextId();
  if (row.hint) label.append(said("span", row.hint, "help"));
  const cells = control.options.map((option) => box(type, name, option, chosen.has(option.name), "cell"));
  const made = element("div", { className: "row" }, label, ...cells);
  made.setAttribute("role", control.several ? "group" : "radiogroup");
  made.setAttribute("aria-labelledby", label.id);
  keepAlone(made, control.options);
  return made;
}
