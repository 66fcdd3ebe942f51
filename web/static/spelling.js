// Days, months and lists as people read them here: in the calendar of the town, with Latin digits.
function format(lang, options) {
  return new Intl.DateTimeFormat(`${lang || "de"}-u-ca-gregory-nu-latn`, { timeZone: "UTC", ...options });
}

export function dayIn(lang, iso) {
  const day = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(day.valueOf()) ? iso : format(lang, { dateStyle: "long" }).format(day);
}

export function monthsIn(lang) {
  const months = format(lang, { month: "long" });
  return Array.from({ length: 12 }, (_, at) => months.format(Date.UTC(2000, at, 1)));
}

export function monthIn(lang, year, month) {
  return [month && monthsIn(lang)[Number(month) - 1], year].filter(Boolean).join(" ");
}

export function listed(texts, lang) {
  return new Intl.ListFormat(lang || "de", { type: "conjunction" }).format(texts);
}
