// Shows the questions whose condition holds. The page works without: then each says when it counts.

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
  return { changed, asked: answers.size };
}

document.documentElement.classList.add("scripted");
form.addEventListener("change", () => {
  const { changed, asked } = update();
  if (changed) status.textContent = `问题有变化，现在一共 ${asked} 个问题。`;
});
window.addEventListener("pageshow", update); // the browser may have restored answers
update();
