// Shows the questions whose condition holds, and sets apart those that can change nothing any more. The page works
// without: then each says when it counts, and what can change nothing is told from the address.

const form = document.querySelector("form.questions");
const status = form.querySelector(".questions-changed");
const questions = [...form.querySelectorAll("fieldset[data-question]")].map((fieldset) => ({
  fieldset,
  id: fieldset.dataset.question,
  when: fieldset.dataset.when ? JSON.parse(fieldset.dataset.when) : null,
}));

// The same as composer/situations/conditions.py: a question that is not asked has no answer.
function holds(condition, answers) {
  switch (condition?.op) {
    case "chosen":
      return condition.options.some((option) => (answers.get(condition.question) ?? []).includes(option));
    case "all":
      return condition.parts.every((part) => holds(part, answers));
    case "any":
      return condition.parts.some((part) => holds(part, answers));
    case "not":
      return !holds(condition.part, answers);
    default:
      return true;
  }
}

const idle = form.querySelector(".questions-idle");
let asking = new AbortController();

function chosen(fieldset) {
  return [...fieldset.querySelectorAll("input:checked")].map((input) => input.value);
}

// A disabled fieldset is not submitted: what an answer switches off leaves no stale value in the address.
function update() {
  const answers = new Map();
  let changed = 0;
  for (const { fieldset, id, when } of questions) {
    const asked = holds(when, answers);
    changed += asked === fieldset.hidden ? 1 : 0;
    fieldset.hidden = !asked;
    fieldset.disabled = !asked;
    if (asked) answers.set(id, chosen(fieldset));
  }
  countIdle();
  return { changed, asked: answers.size };
}

function countIdle() {
  if (!idle) return;
  const count = idle.querySelectorAll("fieldset:not([hidden])").length;
  idle.hidden = count === 0;
  idle.querySelector(".questions-idle-count").textContent = count;
}

// The answers of the address and of this visit; what only has its ordinary answer counts as not answered.
function answered() {
  const query = new URLSearchParams();
  for (const { fieldset, id } of questions) {
    if (!("answered" in fieldset.dataset) || fieldset.disabled) continue;
    const options = chosen(fieldset);
    for (const option of options.length ? options : [""]) query.append(id, option);
  }
  for (const field of form.querySelectorAll("[name=policy], [name=start]")) {
    if (field.value) query.append(field.name, field.value);
  }
  return query;
}

// Only the server knows what can still change the package; where it cannot be reached all stays as it is.
async function setApart() {
  if (!idle) return;
  asking.abort();
  asking = new AbortController();
  try {
    const response = await fetch(`${form.dataset.next}?${answered()}`, { signal: asking.signal });
    if (!response.ok) return;
    const { open } = await response.json();
    const listed = form.querySelector(".questions-listed");
    for (const { fieldset, id } of questions) {
      const place = "answered" in fieldset.dataset || open.includes(id) ? listed : idle.querySelector(".questions-idle-list");
      if (fieldset.parentElement !== place) place.append(fieldset);
    }
    form.querySelector(".questions-done").hidden = open.length > 0;
    countIdle();
  } catch (error) {
    if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error;
  }
}

document.documentElement.classList.add("scripted");
form.addEventListener("change", (event) => {
  const fieldset = event.target.closest("fieldset[data-question]");
  const { changed, asked } = update();
  if (changed) status.textContent = `问题有变化，现在一共 ${asked} 个问题。`;
  if (!fieldset) return;
  fieldset.dataset.answered = "";
  setApart();
});
window.addEventListener("pageshow", update); // the browser may have restored answers
update();
