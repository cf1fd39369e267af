// On the pages of the one table: a draft on this device and nowhere else, and what is wrong said while one fills.
// Every page works without.

const here = document.querySelector("[data-form]");
const { theme, query, version, page } = here.dataset;
const form = here.tagName === "FORM" ? here : null;
const PREFIX = "onething-form ";
const KEY = `${PREFIX}${theme} ${query}`;
const DAYS = 30;
const control = /^(page|go|then|line)$/;

// A browser may refuse its storage: then there is no draft, and all else works.
const store = {
  read(key) {
    try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
  },
  write(key, value) {
    try { localStorage.setItem(key, JSON.stringify(value)); return true; } catch { return false; }
  },
  erase(key) {
    try { localStorage.removeItem(key); } catch { /* nothing to erase */ }
  },
  keys() {
    try { return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)); } catch { return []; }
  },
};

for (const key of store.keys()) {
  const kept = store.read(key);
  if (!kept?.saved || Date.now() - kept.saved > DAYS * 86400000) store.erase(key);
}

const clock = (time) => new Date(time).toLocaleString("zh-CN", { month: "long", day: "numeric", hour: "2-digit", minute: "2-digit" });
const say = (text) => { document.querySelector("[data-draft-said]").textContent = text; };

function erased(where) {
  where.hidden = true;
  say("草稿已经从这台设备上删掉了。");
}

// ---- the page before the first part: go on with a draft ----

function offer() {
  const box = document.querySelector("[data-draft-offer]");
  const keys = store.keys().filter((key) => key.startsWith(`${PREFIX}${theme} `));
  const key = keys.includes(KEY) ? KEY : keys.sort((one, other) => store.read(other).saved - store.read(one).saved)[0];
  if (!key) return;
  const draft = store.read(key);
  const about = [`${clock(draft.saved)}存的，填了 ${draft.fields.filter(([name]) => !control.test(name)).length} 处，存在这台设备上。`];
  if (key !== KEY) about.push("它是按另一组回答填的，会回到那一组回答。");
  else if (draft.version !== version) about.push("表后来改过，对得上的都会带过来。");
  box.querySelector("[data-draft-about]").textContent = about.join("");
  box.hidden = false;
  const over = document.querySelector("[data-draft-over]");
  over.hidden = key !== KEY;
  box.querySelector("[data-draft-resume]").addEventListener("click", () => resume(key.slice(PREFIX.length + theme.length + 1), draft));
  box.querySelector("[data-draft-erase]").addEventListener("click", () => {
    store.erase(key);
    over.hidden = true;
    erased(box);
  });
}

function resume(answers, draft) {
  const sent = document.createElement("form");
  sent.method = "post";
  sent.action = `/themes/${theme}/form/page${answers ? `?${answers}` : ""}`;
  for (const [name, value] of [["page", "start"], ["go", `to:${draft.page}`], ...draft.fields]) {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name, value });
    sent.append(input);
  }
  document.body.append(sent);
  sent.submit();
}

// ---- a part, or the review: keep the draft ----

function written() {
  return [...new FormData(form)].filter(([name, value]) => (name === "line" || !control.test(name)) && (name === "line" || value.trim()));
}

let saving = 0;
let keeping = true;

function save() {
  clearTimeout(saving);
  saving = 0;
  const fields = written();
  if (!keeping || !fields.some(([name]) => name !== "line")) return;
  const saved = Date.now();
  const state = document.querySelector("[data-draft-state]");
  state.textContent = store.write(KEY, { version, saved, page, fields })
    ? `草稿存在这台设备上，${clock(saved)}。`
    : "这台设备存不下草稿，请填完再离开。";
}

function keep() {
  const bar = document.querySelector("[data-draft-bar]");
  bar.hidden = false;
  save();
  form.addEventListener("input", () => {
    keeping = true;
    bar.hidden = false;
    say("");
    clearTimeout(saving);
    saving = setTimeout(save, 400);
  });
  // What was typed last is kept although the page goes.
  window.addEventListener("pagehide", () => { if (saving) save(); });
  bar.querySelector("[data-draft-erase]").addEventListener("click", () => {
    clearTimeout(saving);
    saving = 0;
    keeping = false;
    store.erase(KEY);
    erased(bar);
  });
}

// ---- a part: say what is wrong with a field that was left, and what follows from it ----

// As the API takes it: group, key, value; lines of a group in a list.
function asData() {
  const data = {};
  for (const [name, value] of written()) {
    const match = /^(?:datum|row(\d+))\.([^.]+)\.(.+)$/.exec(name);
    if (!match) continue;
    const [, line, group, rest] = match;
    const [id, key] = [group.replaceAll("_", "-"), rest.replaceAll("_", "-")];
    let held = (data[id] ??= line ? [] : {});
    if (line) {
      while (held.length < Number(line)) held.push({});
      held = held[Number(line) - 1];
    }
    held[key] = key in held ? [held[key], value].flat() : value;
  }
  return data;
}

function inputName(group, key, line) {
  return `${line ? `row${line}` : "datum"}.${group.replaceAll("-", "_")}.${key.replaceAll("-", "_")}`;
}

function placeName(place) {
  const match = /^([^[.]+)(?:\[(\d+)\])?\.(.+)$/.exec(place);
  return match ? inputName(match[1], match[3], match[2]) : "";
}

const left = new Set();
let asking = new AbortController();

async function check() {
  asking.abort();
  asking = new AbortController();
  try {
    const response = await fetch(`/api/themes/${theme}/form/check${query ? `?${query}` : ""}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(asData()),
      signal: asking.signal,
    });
    if (response.ok) show(await response.json());
  } catch (error) {
    if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error;
  }
}

function show({ faults, values }) {
  const wrong = new Map();
  for (const fault of faults) {
    const name = fault.place && placeName(fault.place);
    if (name && fault.code !== "missing") wrong.set(name, [...(wrong.get(name) ?? []), fault.message]);
  }
  for (const field of form.querySelectorAll("[data-field]")) {
    const name = field.dataset.field;
    if (left.has(name)) mark(field, name, wrong.get(name)?.join("；") ?? "");
  }
  tell(values);
}

// A line beside a field, which what describes the field names only while it says something.
function beside(field, name, what, text, into) {
  const line = document.getElementById(`${name}-${what}`);
  (into ?? line).textContent = text;
  line.hidden = !text;
  const described = field.tagName === "FIELDSET" ? field : document.getElementById(name);
  const ids = new Set((described.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (text) ids.add(line.id);
  else ids.delete(line.id);
  if (ids.size) described.setAttribute("aria-describedby", [...ids].join(" "));
  else described.removeAttribute("aria-describedby");
  return described;
}

function mark(field, name, text) {
  const line = document.getElementById(`${name}-error`);
  const described = beside(field, name, "error", text, line.querySelector(".field-error-text"));
  field.classList.toggle("is-wrong", Boolean(text));
  if (described.tagName === "FIELDSET") return;
  if (text) described.setAttribute("aria-invalid", "true");
  else described.removeAttribute("aria-invalid");
}

// A datum that was not written and yet has a value was worked out from another one.
function tell(values) {
  const sent = asData();
  for (const field of form.querySelectorAll("[data-field][data-derived]")) {
    const match = /^(?:datum|row(\d+))\.([^.]+)\.(.+)$/.exec(field.dataset.field);
    const [line, group, key] = [match[1], match[2].replaceAll("_", "-"), match[3].replaceAll("_", "-")];
    const own = line ? sent[group]?.[line - 1] : sent[group];
    const before = line ? (sent[group] ?? []).slice(0, line - 1).filter((one) => Object.keys(one).length).length : 0;
    const known = own && Object.keys(own).length ? (line ? values[group]?.[before] : values[group]) : null;
    const value = own?.[key] ? null : known?.[key];
    beside(field, field.dataset.field, "told", value ? `${field.dataset.derived}：${value}` : "");
  }
}

function watch() {
  let waiting = 0;
  form.addEventListener("change", (event) => {
    const name = event.target.closest("[data-field]")?.dataset.field;
    if (!name) return;
    left.add(name);
    clearTimeout(waiting);
    waiting = setTimeout(check, 300);
  });
}

if (page === "start") offer();
if (form) keep();
if (form && page !== "review") watch();
