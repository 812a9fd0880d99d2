"use strict";
(() => {
  const stage = document.querySelector("main");
  const drawing = stage.querySelector("svg");
  const search = document.querySelector("input");
  const answer = document.querySelector("output");
  const whole = drawing.viewBox.baseVal;
  const full = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  drawing.removeAttribute("width");
  drawing.removeAttribute("height");
  drawing.setAttribute("preserveAspectRatio", "xMinYMin meet");

  // The place of the drawing that is at the stage's top left corner, and how many pixels one unit of it is.
  let x = full.x, y = full.y, scale = 1;

  const show = () => {
    drawing.setAttribute("viewBox", `${x} ${y} ${stage.clientWidth / scale} ${stage.clientHeight / scale}`);
  };
  const zoom = (factor, at) => {
    const box = stage.getBoundingClientRect();
    const left = at ? at.clientX - box.left : box.width / 2;
    const top = at ? at.clientY - box.top : box.height / 2;
    const next = Math.min(4, Math.max(0.02, scale * factor));
    x += left / scale - left / next;
    y += top / scale - top / next;
    scale = next;
    show();
  };
  const fit = () => {
    x = full.x;
    y = full.y;
    scale = Math.min(stage.clientWidth / full.width, stage.clientHeight / full.height, 1);
    show();
  };
  const centre = (block) => {
    const box = block.getBBox();
    const place = block.transform.baseVal.consolidate().matrix;
    const outer = block.parentNode.transform.baseVal.consolidate().matrix;
    scale = Math.max(scale, 0.8);
    x = outer.e + place.e + box.width / 2 - stage.clientWidth / scale / 2;
    y = outer.f + place.f + box.height / 2 - stage.clientHeight / scale / 2;
    show();
  };

  const blocks = [...drawing.querySelectorAll(".block")];
  const words = blocks.map((block) => block.textContent.toLowerCase());
  let found = [], current = -1;
  const find = () => {
    const wanted = search.value.trim().toLowerCase();
    found = wanted ? blocks.filter((_, index) => words[index].includes(wanted)) : [];
    current = -1;
    drawing.classList.toggle("searched", wanted !== "");
    for (const block of blocks) {
      block.classList.toggle("found", found.includes(block));
      block.classList.remove("current");
    }
    answer.textContent = wanted ? `${found.length}개 찾음` : "";
  };
  const step = (by) => {
    if (found.length === 0) return;
    if (current >= 0) found[current].classList.remove("current");
    current = current < 0 ? 0 : (current + by + found.length) % found.length;
    found[current].classList.add("current");
    answer.textContent = `${current + 1} / ${found.length}`;
    centre(found[current]);
  };

  search.addEventListener("input", find);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
  });
  document.getElementById("closer").addEventListener("click", () => zoom(1.25));
  document.getElementById("farther").addEventListener("click", () => zoom(0.8));
  document.getElementById("all").addEventListener("click", fit);
  document.getElementById("print").addEventListener("click", () => window.print());
  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), event);
  }, { passive: false });
  stage.addEventListener("pointerdown", (event) => {
    stage.setPointerCapture(event.pointerId);
    stage.classList.add("held");
  });
  stage.addEventListener("pointermove", (event) => {
    if (!stage.classList.contains("held")) return;
    x -= event.movementX / scale;
    y -= event.movementY / scale;
    show();
  });
  for (const end of ["pointerup", "pointercancel"]) {
    stage.addEventListener(end, () => stage.classList.remove("held"));
  }
  window.addEventListener("resize", show);
  window.addEventListener("beforeprint", () => {
    drawing.setAttribute("viewBox", `${full.x} ${full.y} ${full.width} ${full.height}`);
  });
  window.addEventListener("afterprint", show);

  // As large as fits from top to bottom; the start is at the left.
  scale = Math.min(1, Math.max(stage.clientHeight / full.height, stage.clientWidth / full.width, 0.3));
  show();
})();
