// One control each: its element, its values by name, and what was chosen, in words.
import { drawGrid } from "./grid.js";
import { drawChoices, drawRank } from "./choices.js";
import { asked, named, nextId } from "./asked.js";
import { element } from "./element.js";
import { dayIn, monthIn, monthsIn } from "./spelling.js";

const KINDS = {
  date: day,
  month,
  year: (control) => entry(control, { inputMode: "numeric", maxLength: 4 }, (value) => value.slice(0, 4)),
  time: (control) => entry(control, { type: "time" }, (value) => value.slice(0, 5)),
  moment,
  integer: (control) => entry(control, { inputMode: "numeric" }),
  decimal: (control) => entry(control, { inputMode: "decimal" }),
  line: (control) => entry(control, { dir: "auto" }),
  lines: (control) => entry(control, { dir: "auto", rows: 4 }),
  slider,
  one: drawChoices,
  sought: drawChoices,
  several: drawChoices,
  rank: drawRank,
  grid: drawGrid,
};

export function drawControl(control, words, isAlone) {
  return KINDS[control.kind](control, words, isAlone);
}

function entry(control, properties, shown = (value) => value, spoken = (value) => value) {
  const tag = properties.rows ? "textarea" : "input";
  const input = element(tag, { id: nextId(), autocomplete: "off", className: "entry", ...properties });
  if (control.longest) input.maxLength = control.longest;
  input.value = shown(control.value?.[0] ?? "");
  return {
    element: asked("div", control, input),
    values: () => ({ [control.name]: input.value.trim() ? [input.value.trim()] : [] }),
    said: () => [[named(control), input.value.trim() && spoken(input.value.trim())]],
  };
}

function day(control) {
  const bounds = { type: "date", min: "1850-01-01", max: "2150-12-31" };
  return entry(control, bounds, undefined, (value) => dayIn(control.label.lang, value));
}

function moment(control) {
  const spoken = (value) => `${dayIn(control.label.lang, value.slice(0, 10))}, ${value.slice(11)}`;
  return entry(control, { type: "datetime-local" }, (value) => value.slice(0, 16), spoken);
}

// Not every browser has a field for months.
function month(control, words) {
  const [year, at] = (control.value?.[0] ?? "").split("-");
  const names = monthsIn(control.label.lang).map((name, i) => new Option(name, String(i + 1).padStart(2, "0")));
  const months = element("select", { className: "entry" }, new Option("", ""), ...names);
  const years = element("input", { className: "entry year", inputMode: "numeric", maxLength: 4, value: year });
  months.value = at ?? "";
  const part = (word, input) => element("label", { className: "part" }, element("span", {}, words.get(word)), input);
  const parts = element("div", { className: "parts" }, part("month", months), part("year", years));
  const value = () => (years.value.trim() || months.value ? `${years.value.trim()}-${months.value}` : "");
  return {
    element: asked("fieldset", control, parts),
    values: () => ({ [control.name]: value() ? [value()] : [] }),
    said: () => [[named(control), value() && monthIn(control.label.lang, years.value.trim(), months.value)]],
  };
}

// Nothing is chosen before it was touched; where it stands until then is no answer.
function slider(control, words) {
  const [min, max, step] = control.bounds;
  const input = element("input", { id: nextId(), type: "range", className: "track", min, max, step });
  const output = element("output", { className: "slid" });
  output.htmlFor.add(input.id);
  let isSet = Boolean(control.value?.length);
  input.value = control.value?.[0] ?? ""; // half way
  const show = () => {
    const text = isSet ? decimal(input.value, control.label.lang) : words.get("unset");
    output.value = text;
    input.setAttribute("aria-valuetext", text);
    input.classList.toggle("unset", !isSet);
  };
  const touch = () => ((isSet = true), show());
  for (const name of ["input", "click"]) input.addEventListener(name, touch);
  show();
  const ends = element("div", { className: "ends" }, element("bdi", {}, min), element("bdi", {}, max));
  ends.setAttribute("aria-hidden", "true");
  const box = element("div", { className: "slide" }, output, input, ends);
  return {
    element: asked("div", control, box, input),
    values: () => ({ [control.name]: isSet ? [input.value] : [] }),
    said: () => [[named(control), isSet && output.value]],
  };
}

function decimal(value, lang) {
  return /^(en|ar|fa)\b/.test(lang) ? value : value.replace(".", ",");
}
